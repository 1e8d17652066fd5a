"""Caseloads of any size, and two who save into one at once.

python -m tests.caseload.cases FOLDER [FILES]     fills a folder
python -m tests.caseload.cases --two [SAVES]      two processes, one folder
"""

import datetime
import random
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from screener.caseload import read_caseload
from screener.caseload.problems import EMPTY
from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.model import ChoiceItem, HelpLines, Questionnaire, Respondent
from screener.summary import Summary, read_summary, summarize, to_toml

START = datetime.datetime(2024, 1, 1, 9, tzinfo=datetime.UTC)


def fill(folder: Path, files: int, clients: int = 0) -> None:
    """Put so many summaries of the core questionnaire into a folder.

    Args:
        folder: Where to.
        files: How many.
        clients: Of how many clients; a fifth as many unless named.
    """
    core, lines = load_questionnaire(questionnaire_folder()), load_help_lines("us")
    chance = random.Random(files)
    clients = clients or max(1, files // 5)
    contents = [_content(core, lines, chance) for _ in range(min(files, 60))]
    for number in range(files):
        created = START + datetime.timedelta(hours=7 * number)
        one = replace(
            chance.choice(contents),
            created=created,
            client=f"K{chance.randrange(clients):04d}",
        )
        (folder / f"summary-{number:05d}.toml").write_bytes(to_toml(one))


def _content(core: Questionnaire, lines: HelpLines, chance: random.Random) -> Summary:
    answers = {
        item.link_id: chance.choice(item.option).code
        for item in core.item
        if isinstance(item, ChoiceItem) and chance.random() < 0.9
    }
    return summarize(
        core,
        answers,
        lines,
        respondent=Respondent.WITH_COUNSELOR,
        created=START,
        client="K0000",
    )


_SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from screener.summary import save
from tests.small import GRAVE, summary_of
summary = replace(summary_of(GRAVE), client=sys.argv[2])
import screener.summary.saving as saving
saving.to_pdf = lambda summary: b"%PDF"  # typesetting is not what is tried here
for _ in range(int(sys.argv[3])):
    save(summary, Path(sys.argv[1]))
"""


def two_savers(folder: Path, saves: int) -> dict[str, int]:
    """Let two processes save into a folder while a third reads it again and again.

    Args:
        folder: The caseload.
        saves: How often each saves.

    Returns:
        How many whole summaries each has in the folder in the end.
    """
    command = [sys.executable, "-c", _SAVER, str(folder)]
    savers = [
        subprocess.Popen([*command, client, str(saves)]) for client in ("A1", "B2")
    ]
    while any(saver.poll() is None for saver in savers):
        torn = [one for one in read_caseload(folder) if one.problem not in ("", EMPTY)]
        assert not torn, torn
    assert [saver.wait() for saver in savers] == [0, 0]
    kept = [read_summary(file).client for file in folder.glob("*.toml")]
    assert not list(folder.glob(".*.tmp"))
    return {client: kept.count(client) for client in ("A1", "B2")}


def main() -> None:
    """Fill a folder, or let two save."""
    if sys.argv[1] == "--two":
        saves = int(sys.argv[2]) if len(sys.argv) > 2 else 500
        with tempfile.TemporaryDirectory() as folder:
            print(f"{saves} each:", two_savers(Path(folder), saves))
    else:
        caseload = Path(sys.argv[1])
        caseload.mkdir(parents=True, exist_ok=True)
        fill(caseload, int(sys.argv[2]) if len(sys.argv) > 2 else 5000)


if __name__ == "__main__":
    main()
