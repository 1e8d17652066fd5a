"""`screener diff` tells whom a new version places differently."""

import json
from pathlib import Path

import pytest

from screener.cli import main
from tests.catalog.broken import GUIDANCE, HEAD, LIFE, SAFETY, USE, Edit, block, copy
from tests.cli.command import screener
from tests.small import SMALL

LOWER: Edit = (GUIDANCE, "at_least = { use = 1 }", "at_least = { use = 3 }")


def run_on(
    capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> tuple[int, str, str]:
    code = main(["diff", *map(str, arguments)])
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def test_the_same_version_is_a_proof() -> None:
    run = screener("diff", SMALL, SMALL)
    assert (run.code, run.err) == (0, "")
    assert "Proved: no one's placement changes.\n" in run.out
    assert " of 5.8 x 10^6 answer sets were placed by both versions" in run.out
    assert run.out.endswith("Both versions say the same.\n")


def test_a_move_is_told_in_words_and_codes_with_the_rules_behind_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run_on(capsys, SMALL, copy(tmp_path, LOWER))
    assert (code, err) == (0, "")
    assert "Placements change, for 3 kinds of people. No others do: proved." in out
    assert "Level of care\n  down: from outpatient to none, 3 kinds of people\n" in out
    assert (
        "    - Days of use: 1 days (days = 1)\n      => old: some-use (outpatient)\n"
    ) in out
    assert 'What use has led to: Strong wishes to use (problems = ["cravings"])' in out
    assert '~ rule some-use, at_least: {"use": 1} -> {"use": 3}' in out


def test_only_a_few_people_of_a_move_are_shown_and_all_are_in_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("screener.cli.diff.SHOWN", 2)
    new = copy(tmp_path, LOWER)
    _, out, _ = run_on(capsys, SMALL, new)
    assert out.count("=> old: some-use (outpatient)") == 2
    assert "    … and 1 more; --json lists all\n" in out
    _, written, _ = run_on(capsys, SMALL, new, "--json")
    assert [len(one["people"]) for one in json.loads(written)["moves"]] == [3]


@pytest.mark.slow
def test_json_tells_all_and_its_answers_can_be_placed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = copy(tmp_path, LOWER)
    _, written, _ = run_on(capsys, SMALL, new, "--json")
    table = json.loads(written)
    assert table["placements_change"] is True
    assert table["proof"]["ladders"] == ["level-of-care", "urgency"]
    assert table["proof"]["answer_sets"] == 5_785_344
    assert 0 < table["proof"]["tried"] < 200
    (move,) = table["moves"]
    assert (move["ladder"], move["way"]) == ("level-of-care", "down")
    for person in move["people"]:
        assert person["rules_only_old"] == ["some-use"]
        assert person["rules_only_new"] == []
        for folder, side, rung in ((SMALL, "old", "from"), (new, "new", "to")):
            line = json.dumps(person[f"{side}_answers"]).encode()
            run = screener(
                "score", "--jsonl", "-", "--questionnaire", folder, stdin=line
            )
            assert f'"{move[rung]}"' in run.out
    (change,) = table["changes"]
    assert change == {
        "group": "rules",
        "part": "rule",
        "id": "some-use",
        "kind": "changed",
        "key": "at_least",
        "old": {"use": 1},
        "new": {"use": 3},
    }


def test_what_is_not_placement_is_listed_by_what_it_is_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = copy(
        tmp_path,
        (SAFETY, "Do you have a plan?", "Is there a plan?"),
        (GUIDANCE, block(GUIDANCE, 'id = "peer"'), ""),
        (HEAD, "When it suits you", "At any time"),
        (LIFE, 'code = "others"\ntext = "With others"', 'code = "both"\ntext = "Both"'),
        (GUIDANCE, '"living", is = "others"', '"living", is = "own"'),
    )
    _, out, _ = run_on(capsys, SMALL, new)
    assert "Proved: no one's placement changes." in out
    structure, lines, words = (
        out.split(f"\n{heading}")[1].split("\n\n")[0]
        for heading in ("Structure", "Lines told", "Words, sources")
    )
    assert "~ item living, option others: - With others" in structure
    assert "~ item living, option both: + Both" in structure
    assert "- support peer: A peer support group." in lines
    assert "~ support family, show_when: " in lines
    assert (
        "~ item plan, text: Do you have a plan? -> Is there a plan?\n" in f"{words}\n"
    )
    assert "~ ladder urgency, rung routine, name: When it suits you -> At any" in words


def test_an_answer_that_only_one_version_knows_is_marked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    was = '[[item.option]]\ncode = "lost-work"'
    more = '[[item.option]]\ncode = "fights"\ntext = "Fights"\nrates = { use = 3 }\n'
    new = copy(tmp_path, (USE, was, f'{more}says = "You had fights."\n\n{was}'))
    _, out, _ = run_on(capsys, SMALL, new)
    assert "Proved: it takes an answer that only one of the two versions knows." in out
    assert '(problems = ["fights"], only in the new)' in out


def test_the_core_is_meant_by_its_id(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run_on(capsys, "level-of-care", "level-of-care")
    assert code == 0
    assert "Proved: no one's placement changes." in out


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_version_that_cannot_be_read_exits_1_and_says_why(
    side: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = copy(tmp_path, (GUIDANCE, 'rung = "now"', 'rung = "later"'))
    for bad, why in (
        (Path("/nowhere"), "There is no such folder."),
        (broken, "There is no rung of urgency `later`"),
    ):
        pair = (bad, SMALL) if side == "old" else (SMALL, bad)
        code, out, err = run_on(capsys, *pair)
        assert (code, out) == (1, "")
        assert f"{bad} is not a usable questionnaire" in err
        assert why in err


def test_words_that_could_steer_a_terminal_are_harmless(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = copy(tmp_path, (SAFETY, "Do you have a plan?", "A \\u001b[31mplan?"))
    _, out, _ = run_on(capsys, SMALL, new)
    assert "\x1b" not in out
    assert "A plan?" in out
