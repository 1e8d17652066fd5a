"""`screener score FILE…`: where files of answers lead."""

from collections.abc import Sequence
from pathlib import Path

from screener.catalog import Selection, load_answers
from screener.cli.output import complain
from screener.cli.reply import reply_text
from screener.errors import AnswerError
from screener.language import _
from screener.placing import one_line, reply
from screener.sanitize import on_one_line
from screener.scoring import evaluate


def score_files(selection: Selection, files: Sequence[Path], *, as_json: bool) -> int:
    """Place the answers of each file, and go on after one that cannot be read.

    Args:
        selection: What is asked.
        files: TOML files with a table `[answers]`.
        as_json: Whether to print one JSON object a line instead of text.

    Returns:
        The exit code: 1 if any file could not be placed.
    """
    loaded = selection.load()
    bad = 0
    for file in files:
        try:
            recommendation = evaluate(loaded, load_answers(loaded, file))
        except AnswerError as error:
            complain(str(error))
            bad += 1
            continue
        if as_json:
            named = {"file": str(file)} if len(files) > 1 else {}
            print(one_line(named | reply(loaded, recommendation)))
        else:
            print(on_one_line(file))
            print("\n".join(reply_text(loaded, recommendation)))
    if not as_json and bad < len(files):
        print("\n" + _("A starting point to discuss, not a diagnosis."))
    return 1 if bad else 0
