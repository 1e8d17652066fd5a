"""Every way a summary file can be wrong is told with its place, and never a crash."""

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.cli import main
from screener.errors import SummaryFileError
from screener.summary import read_summary, to_text, to_toml
from tests.small import CALM, HALF, SMALL, summary_of

WHOLE = to_toml(summary_of(HALF)).decode()


def refused(path: Path) -> str:
    with pytest.raises(SummaryFileError) as caught:
        read_summary(path)
    assert caught.value.problems
    assert str(path) in str(caught.value)
    return str(caught.value)


def refused_text(text: str, folder: Path) -> str:
    path = folder / "summary.toml"
    path.write_bytes(text.encode())
    return refused(path)


def test_a_missing_file(tmp_path: Path) -> None:
    assert "It does not exist." in refused(tmp_path / "none.toml")


def test_a_folder(tmp_path: Path) -> None:
    assert "It is a folder." in refused(tmp_path)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "summary.toml"
    path.write_bytes(WHOLE.encode("utf-16"))
    assert "It is not UTF-8 text." in refused(path)


def test_a_huge_file(tmp_path: Path) -> None:
    path = tmp_path / "summary.toml"
    path.write_bytes(b"#" * 6_000_000)
    assert "larger than 1 MB" in refused(path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "It is no summary."),
        ("# only a comment", "It is no summary."),
        ("[answers]\nthoughts = 'no'", "It is no summary."),
        ("format = 2", "Its format is 2, and this program reads format 1."),
        ("format = true", "Its format is True"),
        ("format = '1'", "Its format is '1'"),
        ("format = [1]", "Its format is [1]"),
        ("format = nan", "Its format is nan"),
        ("format = 1", "The key `created` is missing."),
        ("not toml at all", "It is not TOML"),
        ("format = 1\nformat = 1", "It is not TOML"),
        ("x = " + "[" * 5000, "more than 16 tables or lists lie in each other"),
        ("\0", "It is not TOML"),
    ],
    ids=range(13),
)
def test_what_is_no_summary(text: str, told: str, tmp_path: Path) -> None:
    assert told in refused_text(text, tmp_path)


@pytest.mark.parametrize(
    ("was", "becomes", "place", "told"),
    [
        (r"\ncreated = .*", "", "file", "The key `created` is missing."),
        (r"created = .*", "created = 5.5.5", "file", "It is not TOML"),
        (r"created = .*", "created = 'now'", "created", "valid datetime"),
        (r"created = .*", "created = 2026-11-23", "created", "valid datetime"),
        (r"created = .*", "created = 2026-11-23T10:00:00", "created", "timezone"),
        ('"self"', '"dog"', "respondent", "'self', 'with-counselor' or 'supporter'"),
        ('respondent = "self"', "respondent = 1", "respondent", "'self'"),
        ("left_out = false", "left_out = 0", "left_out", "neither true nor false"),
        ('region = "us-ct"', 'region = "US CT"', "region", "is not an id"),
        ('program = ".*"', 'program = ""', "program", "at least 1 character"),
        ('program = ".*"', "program = nan", "program", "valid string"),
        ('hash = ".*"', 'hash = "12"', "questionnaire, hash", "is not a content"),
        (r"\nhash = .*", "", "questionnaire", "The key `hash` is missing."),
        ("left_out =", "colour = 1\nleft_out =", "file", "`colour` is not known"),
        (r"low = 2, high = 2", "low = 5, high = 5", "low", "less than or equal to 4"),
        (r"low = 2, high = 2", "low = -1, high = 2", "low", "greater than or equal"),
        (r"low = 2, high = 2", "low = 3, high = 2", "ratings", "`low` is above"),
        (r"low = 2, high = 2", "low = 2.5, high = 3", "low", "valid integer"),
        (r"low = 2, high = 2", "low = true, high = 3", "low", "valid integer"),
        (r'\nrung = "this-week"\nlow', '\nrung = "x"\nlow', "ladders", "not among"),
        (r'\nhigh = "now"', '\nhigh = "x"', "ladders", "not among its rungs"),
        (r'\nhigh = "now"', '\nhigh = "routine"', "ladders", "do not rise"),
        (r'id = "routine"', 'id = "now"', "ladders", "a rung is there twice"),
        (r'rung = "this-week"\ntext', 'rung = "x"\ntext', "ladders", "not among"),
        (r', high = "residential" \}', ', high = "x" }', "file", "`x` is not on the"),
        (r', rung = "now" \}', ', rung = "x" }', "file", "the ladder `urgency`"),
        (r'state = "unsure"', 'state = "maybe"', "state", "'unsure'"),
        (r"code = 12", "code = 12.5", "answers days, code", "valid integer"),
        (r"can_move = true", "can_move = 'yes'", "can_move", "neither true nor false"),
        (r'link_id = "days"', 'link_id = "D A Y S"', "link_id", "is not an id"),
        (r'fit = "build"', 'fit = "perhaps"', "fit", "'build'"),
        (r'\[\n    "violence",\n\]', '["dogs"]', "kinds", "'violence'"),
        (
            r"\[questionnaire\]",
            "[[questionnaire]]",
            "questionnaire",
            "an object",
        ),
        (
            r"\[\[answers\]\]",
            "[[ladders.answers]]",
            "ladders",
            "`answers` is not known",
        ),
    ],
)
def test_one_thing_changed_is_named_with_its_place(
    was: str, becomes: str, place: str, told: str, tmp_path: Path
) -> None:
    changed = re.sub(was, lambda _: becomes, WHOLE, count=1)
    assert changed != WHOLE
    message = refused_text(changed, tmp_path)
    assert told in message
    assert place in message


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    changed = WHOLE.replace('"self"', '"dog"').replace("left_out = false", "")
    changed = changed.replace("code = 12", "code = 1.5").replace('"unsure"', '"x"')
    message = refused_text(changed + "\n[more]\n", tmp_path)
    for place in (
        "respondent",
        "answers days, code",
        "answers interest, state",
        "more",
    ):
        assert place in message


def test_a_file_cut_short_before_its_last_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "summary.toml"
    content = WHOLE.encode()
    last_part = content.index(b"[[help]]")
    for end in range(0, last_part, 97):
        path.write_bytes(content[:end])
        assert refused(path)


def test_reading_does_not_change_the_file(tmp_path: Path) -> None:
    path = tmp_path / "summary.toml"
    path.write_text(WHOLE)
    read_summary(path)
    assert path.read_text() == WHOLE


@pytest.mark.parametrize(
    "edit",
    [
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: content + b"\n# looked at on Monday\n\n",
        lambda content: re.sub(
            rb'short = ".*"', b'short = "Changed"', content, count=1
        ),
    ],
    ids=["byte order mark", "Windows line ends", "a comment", "other words"],
)
def test_an_edit_that_makes_sense_is_read(
    edit: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "a name with spaces & signs é.toml"
    path.write_bytes(edit(WHOLE.encode()))
    assert path.read_bytes() != WHOLE.encode()
    assert read_summary(path).ladders == summary_of(HALF).ladders


@pytest.mark.slow
@settings(max_examples=300)
@given(st.data())
def test_whatever_happens_to_its_bytes_it_opens_or_is_refused(
    data: st.DataObject,
) -> None:
    content = bytearray(WHOLE.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        until = min(len(content), at + data.draw(st.integers(0, 60)))
        content[at:until] = data.draw(st.binary(max_size=8) | words_of_toml())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "summary.toml"
        path.write_bytes(content)
        try:
            told = to_text(read_summary(path))
        except SummaryFileError as error:
            told = str(error)
    assert "\x1b" not in told


def words_of_toml() -> st.SearchStrategy[bytes]:
    return st.sampled_from(
        [
            b"\n",
            b'"',
            b"'''",
            b"[[",
            b"]]",
            b" = ",
            b"\\u001b[2J",
            b"9" * 20,
            b"{",
            b",",
        ]
    )


def test_a_rung_raised_by_hand_is_shown_as_saved_and_told_when_placed_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "summary.toml"
    summary = summary_of(CALM)
    level = summary.ladder("level-of-care")
    top = level.rungs[-1].id
    raised = to_toml(summary).decode()
    assert level.rung != top
    for key in ("rung", "low", "high"):
        raised = raised.replace(f'\n{key} = "{level.rung}"', f'\n{key} = "{top}"', 1)
    path.write_text(raised)
    assert read_summary(path).ladder("level-of-care").rung == top
    assert main(["rescore", str(path), "--questionnaire", str(SMALL), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert top in json.dumps(told)
    assert level.rung in json.dumps(told)


@pytest.mark.parametrize("suffix", [".txt", ".pdf"])
def test_a_page_to_read_is_named_with_the_file_that_can_be_opened(
    tmp_path: Path, suffix: str
) -> None:
    summary = summary_of(HALF)
    (tmp_path / "summary.toml").write_bytes(to_toml(summary))
    page = tmp_path / f"summary{suffix}"
    page.write_bytes(b"%PDF \xff" if suffix == ".pdf" else to_text(summary).encode())
    assert "name the file beside it that ends in .toml." in refused(page)
    (tmp_path / "summary.toml").unlink()
    assert "ends in .toml" not in refused(page)


@pytest.mark.parametrize("length", [300, 5000])
def test_an_id_that_no_folder_can_have(
    length: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, _, rest = WHOLE.partition("[questionnaire]")
    path = tmp_path / "summary.toml"
    long = re.sub(r'\nid = ".*?"', f'\nid = "{"x" * length}"', rest, count=1)
    path.write_text(f"{head}[questionnaire]{long}")
    assert main(["export", str(path)]) == 1
    said = capsys.readouterr().err
    assert str(path) in said
    assert "questionnaire.toml" not in said
    assert len(said) < 2_000
