"""Runs every command on hostile files, and measures memory and time.

    python -m tests.hostile_files

It prints a table: for each file, the most memory and the most time of all commands that
read it, and which command that was. It fails where a command takes more than 200 MB or
2 seconds of the processor, does not end, or ends in a traceback.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from screener.catalog import questionnaire_folder
from screener.journal.place import journal_file
from tests.hostile_files import others
from tests.hostile_files.measuring import Cost, look, run
from tests.hostile_files.questionnaires import QUESTIONNAIRES, make
from tests.hostile_files.texts import TEXTS

MOST_MEGABYTES = 200
MOST_SECONDS = 2

Commands = Mapping[str, Callable[[Path, Path], Cost]]
"""Functions by name that run a command, given a file or folder and a home."""


def _run(*words: str, after: tuple[str, ...] = ()) -> Callable[[Path, Path], Cost]:
    return lambda file, home: run([*words, file, *after], home)


def _in_questionnaire(name: str, *words: str) -> Callable[[Path, Path], Cost]:
    """Return a run of a command on a questionnaire with one file replaced."""

    def command(file: Path, home: Path) -> Cost:
        folder = file.parent / "gad-7"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(questionnaire_folder("gad-7"), folder)
        shutil.copy(file, folder / name)
        return run([*words, folder], home)

    return command


def _in_folder(command: str, words: str) -> Callable[[Path, Path], Cost]:
    def shown(file: Path, home: Path) -> Cost:
        return look([command, _alone(file)], home, words)

    return shown


def _export_client(file: Path, home: Path) -> Cost:
    return run(["export", _alone(file), "--client", "K1", "--format", "csv"], home)


def _agreement_in_folder(file: Path, home: Path) -> Cost:
    return run(["agreement", _alone(file), "--questionnaire", "gad-7"], home)


def _alone(file: Path) -> Path:
    folder = file.parent / "folder"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / file.name).symlink_to(file)
    return folder


def _compare(file: Path, home: Path) -> Cost:
    return run(["compare", file, file], home)


def _pick_up(file: Path, home: Path) -> Cost:
    usual = journal_file("level-of-care")
    assert usual
    path = home / ".local/state/screener" / usual.name
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(path, ignore_errors=True)
    path.unlink(missing_ok=True)
    path.hardlink_to(file)
    path.chmod(0o600)
    return look([], home, "damaged")


SAVED: Commands = {
    "show": _run("show"),
    "export": _run("export"),
    "compare": _compare,
    "rescore": _run("rescore"),
    "history": _in_folder("history", "attack"),
    "caseload": _in_folder("caseload", "attack"),
    "export --client": _export_client,
}
TOML: Commands = {
    **SAVED,
    "score": _run("score", "--questionnaire", "gad-7"),
    "agreement": _agreement_in_folder,
    "serve --config": _run("serve", "--config"),
    "--kiosk --config": _run("--kiosk", "--config"),
    "check (questionnaire.toml)": _in_questionnaire("questionnaire.toml", "check"),
    "check (cases.toml)": _in_questionnaire("cases.toml", "check"),
    "items (items-1.toml)": _in_questionnaire(
        "items-1.toml", "items", "--questionnaire"
    ),
    "items --add (guidance.toml)": _in_questionnaire("guidance.toml", "items", "--add"),
    "diff (sources.toml)": _in_questionnaire("sources.toml", "diff", "gad-7"),
    "--plain --lang es (es.toml)": _in_questionnaire(
        "es.toml", "--plain", "--lang", "es", "--questionnaire"
    ),
    "questionnaire (review.toml)": _in_questionnaire(
        "review.toml", "questionnaire", "--questionnaire"
    ),
}
ASKED: Commands = {
    "items": _run("items", "--questionnaire"),
    "check": _run("check"),
    "diff": _run("diff", "gad-7"),
    "questionnaire": _run("questionnaire", "--questionnaire"),
    "questionnaire --format fhir": _run(
        "questionnaire", "--format", "fhir", "--questionnaire"
    ),
    "--plain": _run("--plain", "--questionnaire"),
    "--add": _run("items", "--add"),
    "score": _run("score", "/dev/null", "--questionnaire"),
}
LINES: Commands = {
    "score --jsonl": _run("score", "--jsonl"),
    "score --jsonl --jobs": _run("score", "--jobs", "2", "--jsonl"),
    "score --jsonl --id": _run("score", "--id", "who", "--jsonl"),
    "population": _run("population"),
    "agreement": _run("agreement"),
}
TABLES: Commands = {"population": _run("population")}
JOURNALS: Commands = {"the start": _pick_up}


def kinds() -> Iterator[tuple[str, str, Mapping[str, others.Writer], Commands]]:
    """Yield for each kind its name, a file name, the writers and the commands."""
    texts = {name: partial(_write_text, text) for name, text in TEXTS.items()}
    asked = {name: partial(make, name) for name in QUESTIONNAIRES}
    yield "TOML", "attack.toml", texts, TOML
    yield "Questionnaires", "attack", asked, ASKED
    yield "Locked files", "attack.toml.age", others.LOCKED, SAVED
    yield "JSON lines", "attack.jsonl", others.LINES, LINES
    yield "Parquet", "attack.parquet", others.TABLES, TABLES
    yield "Visits saved as they go", "attack.visit", others.JOURNALS, JOURNALS


def _write_text(text: Callable[[], str], path: Path) -> None:
    path.write_text(f"format = 1\n{text()}", encoding="utf-8")


def _problem(cost: Cost) -> str:
    if not cost.ended:
        return "DOES NOT END"
    if "Traceback" in cost.said:
        return "TRACEBACK"
    if cost.megabytes > MOST_MEGABYTES or cost.seconds > MOST_SECONDS:
        return "TOO MUCH"
    return ""


def _measure(write: others.Writer, name: str, commands: Commands) -> dict[str, Cost]:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir()
        file = Path(folder) / name
        write(file)
        return {command: cost(file, home) for command, cost in commands.items()}


def main() -> int:
    """Measure all, print the table, and return 1 if a limit was exceeded."""
    runs = problems = 0
    for kind, name, files, commands in kinds():
        print(f"\n{kind}: {', '.join(commands)}")
        for attack, write in files.items():
            costs = _measure(write, name, commands)
            most = max(costs, key=lambda command: costs[command].megabytes)
            slowest = max(costs, key=lambda command: costs[command].seconds)
            print(
                f"  {attack:<34}{costs[most].megabytes:>5.0f} MB  {most:<28}"
                f"{costs[slowest].seconds:>5.2f} s  {slowest}",
                flush=True,
            )
            runs += len(costs)
            for command, cost in costs.items():
                if problem := _problem(cost):
                    problems += 1
                    print(f"    {problem}: {command}: {cost.said[-300:]!r}")
    print(
        f"\n{runs} runs; {problems} took more than {MOST_MEGABYTES} MB or "
        f"{MOST_SECONDS} s, did not end, or ended in a traceback."
    )
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
