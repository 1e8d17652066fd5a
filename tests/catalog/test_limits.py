"""What is refused before a parser takes memory or time for it."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.caseload import read_caseload
from screener.catalog import (
    Editions,
    load_answers,
    load_cases,
    load_help_lines,
    load_reviews,
    questionnaire_folder,
    questions_folder,
    select,
)
from screener.catalog import load_questionnaire as load
from screener.catalog.condition_rules import ways_of
from screener.errors import QuestionnaireError, ScreenerError
from screener.kiosk import load_kiosk_settings
from screener.limits import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ENTRIES,
    MAX_KEY_PARTS,
    MAX_WAYS,
    MAX_WORD,
    toml_excess,
)
from screener.model import AllOf, AnyOf, AtLeast
from screener.summary import read_summary
from tests.hostile_files.questionnaires import QUESTIONNAIRES, make
from tests.hostile_files.texts import TEXTS

AT_THE_LIMIT = {
    "depth": "a = " + "[" * MAX_DEPTH + "]" * MAX_DEPTH,
    "parts": ".".join("a" * MAX_KEY_PARTS) + " = 1",
    "header": "[" + ".".join("a" * MAX_KEY_PARTS) + "]",
    "entries": "".join(f"k{n} = 1\n" for n in range(MAX_ENTRIES)),
    "values": "a = [" + "1," * (MAX_ENTRIES - 2) + "]",
    "word": "k" * MAX_WORD + " = 1",
}
BEYOND = {
    "depth": "a = " + "[" * (MAX_DEPTH + 1),
    "braces": "a = " + "{a = " * (MAX_DEPTH + 1),
    "parts": ".".join("a" * (MAX_KEY_PARTS + 1)) + " = 1",
    "quoted parts": ".".join(['"a"'] * (MAX_KEY_PARTS + 1)) + " = 1",
    "parts with blanks": " . ".join("a" * (MAX_KEY_PARTS + 1)) + " = 1",
    "header": "[[" + ".".join("a" * (MAX_KEY_PARTS + 1)) + "]]",
    "inside a table": "a = {" + ".".join("a" * (MAX_KEY_PARTS + 1)) + " = 1}",
    "entries": "".join(f"k{n} = 1\n" for n in range(MAX_ENTRIES + 1)),
    "tables": "[[a]]\n" * MAX_ENTRIES,
    "values": "a = [" + "1," * MAX_ENTRIES + "]",
    "strings": "a = [" + '"",' * MAX_ENTRIES + "]",
    "word": "k" * (MAX_WORD + 1) + " = 1",
    "number": "a = 0x" + "f" * MAX_WORD,
}
IN_STRINGS = [
    'a = """' + "[" * 99 + '"""',
    "a = '''" + "x.y" * 99 + "'''",
    'a = """one""""\nb = """two"""""\nc = "' + "." * 99 + '"',
    "a = '''one''''\nb = '''two'''''\nc = '" + "." * 99 + "'",
    'a = "\\"' + "." * 99 + '"',
    'a = """\\"""' + "." * 99 + '"""',
    "# it's " + "[" * 99 + '\na = "#' + "." * 99 + '"',
    '"a.b.c' + "." * 99 + '" = 1',
]
"""Where dots and brackets are text."""


@pytest.mark.parametrize("text", AT_THE_LIMIT.values(), ids=AT_THE_LIMIT)
def test_what_keeps_to_the_limits_is_left_to_the_parser(text: str) -> None:
    tomllib.loads(text)
    assert toml_excess(text) is None


@pytest.mark.parametrize("text", BEYOND.values(), ids=BEYOND)
def test_one_more_is_refused_with_the_limit(text: str) -> None:
    found = toml_excess(text)
    assert found
    assert re.search(r"line [\d,]+", found)
    assert re.search(r"more than (16|20,000)|longer than 200", found)


@pytest.mark.parametrize("text", IN_STRINGS)
def test_text_in_quotation_marks_and_comments_is_not_counted(text: str) -> None:
    tomllib.loads(text)
    assert toml_excess(text) is None


@pytest.mark.parametrize("start", IN_STRINGS)
def test_what_follows_a_string_is_counted_again(start: str) -> None:
    text = f"{start}\nd.{'.'.join('a' * MAX_KEY_PARTS)} = 1\n"
    tomllib.loads(text)
    assert toml_excess(text)


@given(
    st.lists(
        st.sampled_from(
            ['"', "'", '"""', "'''", "\\", "\n", "#", "a", ".", "=", "[", "]", " "]
        ),
        max_size=40,
    ).map("".join)
)
def test_whatever_stands_before_it_nothing_deep_gets_to_the_parser(start: str) -> None:
    text = f"{start}\n{'.'.join('b' * 50)} = 1"
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert toml_excess(text) or "b" not in data


def test_all_that_is_shipped_is_far_from_every_limit() -> None:
    for path in questions_folder().rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert len(text) < MAX_BYTES / 5
        assert toml_excess(f"{text}\n") is None


COMMANDS = {"show": ["show"], "score": ["score", "--questionnaire", "gad-7"]}
MEASURED = """
import re, sys
from pathlib import Path
from screener.cli import main
code = main(sys.argv[1:])
most = re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())
print("MEMORY", most[1], file=sys.stderr)
sys.exit(code)
"""
"""The kernel's own count: that of `getrusage` begins with what the tests took."""


@pytest.mark.many_cases
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("attack", TEXTS)
@pytest.mark.parametrize("command", ["show", "score"])
def test_no_file_takes_much_memory_or_hangs(
    command: str, attack: str, tmp_path: Path
) -> None:
    file = tmp_path / "attack.toml"
    file.write_text(f"format = 1\n{TEXTS[attack]()}")
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, *COMMANDS[command], str(file)],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    said, _, memory = ran.stderr.rpartition("MEMORY ")
    assert ran.returncode == 1
    assert int(memory) < 200_000
    assert "Traceback" not in said
    assert "attack.toml" in said
    assert len(said) < 300_000


DEEP = ".".join("a" * 12_000) + " = 1\n"


def _in_a_copy(tmp_path: Path, file: str) -> Path:
    folder = tmp_path / "gad-7"
    shutil.copytree(questionnaire_folder("gad-7"), folder)
    (folder / file).write_text(DEEP)
    return folder


READERS: dict[str, Callable[[Path], object]] = {
    "a summary": lambda path: read_summary(path / "deep.toml"),
    "answers": lambda path: load_answers(select("gad-7").load(), path / "deep.toml"),
    "a kiosk's settings": lambda path: load_kiosk_settings(path / "deep.toml"),
    "help lines": lambda path: load_help_lines("deep", path),
    "a review": lambda path: load_reviews(_in_a_copy(path, "review.toml")),
    "worked cases": lambda path: load_cases(_in_a_copy(path, "cases.toml")),
    "a translation": lambda path: Editions(
        select(str(_in_a_copy(path, "es.toml"))), "us"
    ).edition("es"),
    **{
        file: partial(lambda file, path: load(_in_a_copy(path, file)), file)
        for file in ("questionnaire.toml", "guidance.toml", "sources.toml")
    },
}


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_of_toml_has_the_limits(reader: str, tmp_path: Path) -> None:
    (tmp_path / "deep.toml").write_text(DEEP)
    with pytest.raises(ScreenerError, match="has more than 16 parts"):
        READERS[reader](tmp_path)


def test_a_caseload_names_such_a_file_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "deep.toml").write_text(DEEP)
    (entry,) = read_caseload(tmp_path)
    assert entry.problem == "It is no summary, or it is damaged."


@pytest.mark.parametrize("attack", QUESTIONNAIRES)
def test_no_questionnaire_is_taken_that_would_take_for_ever(
    attack: str, tmp_path: Path
) -> None:
    folder = make(attack, tmp_path / "hostile")
    with pytest.raises(QuestionnaireError, match=r"500|100|1,000") as caught:
        load(folder)
    assert len(caught.value.problems) == 1


def test_a_gate_may_have_500_ways() -> None:
    ways = [*(AnyOf(any=(AtLeast(item="a", at_least="b"),) * n) for n in (5, 10, 10))]
    assert ways_of(AllOf(all=tuple(ways))) == MAX_WAYS
