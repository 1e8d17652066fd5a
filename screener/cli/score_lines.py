"""`screener score --jsonl`: many people, one JSON object a line."""

from collections.abc import Iterable
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, NamedTuple

from screener.catalog import Selection
from screener.cli.line_source import Block, blocks_of, numbered, open_lines
from screener.cli.output import complain
from screener.errors import AnswerError, ScreenerError
from screener.language import ENGLISH, _, ngettext, speaking
from screener.model import Questionnaire
from screener.placing import LinePlacer, one_line

_AT_ONCE = 1 << 16
"""The most bytes that are placed at once; of them, as many as are there already."""

_A_SHARE = 1 << 20
"""As many bytes are handed to another process at once."""


class Replies(NamedTuple):
    """What some lines are answered."""

    text: str
    bad: int
    """How many of them could not be placed."""


def score_lines(
    selection: Selection, source: Path, jobs: int = 1, id_key: str = ""
) -> int:
    """Place the answers of each line; a line that does not fit gets an error.

    Args:
        selection: What is asked.
        source: A file, or `-` for standard input.
        jobs: How many processes place them. One alone replies to each line as soon as
            it is there; more are for many lines that are there already.
        id_key: The key of the person's id, which the reply repeats; none if empty.

    Returns:
        The exit code: 1 if any line could not be placed.

    Raises:
        AnswerError: If the source cannot be read, or is in UTF-16.
        ScreenerError: If the key of the id is a question.
    """
    loaded = selection.load()
    if id_key in loaded.items:
        message = _("--id names a question: {key}. Name another key.")
        raise ScreenerError(message.format(key=id_key))
    bad = 0
    with open_lines(source) as stream:
        for replies in _replies(loaded, stream, source, jobs, id_key):
            bad += replies.bad
            print(replies.text, end="", flush=True)
    if bad:
        words = ngettext(
            "{n} line could not be placed: see `error` in the replies.",
            "{n} lines could not be placed: see `error` in the replies.",
            bad,
        )
        complain(words.format(n=bad))
    return 1 if bad else 0


def reply_to(block: Block, placer: LinePlacer) -> Replies:
    """Place the answers of some lines, but for blank ones.

    Args:
        block: The lines.
        placer: Places the answers of one.
    """
    with speaking(ENGLISH):  # the same for other programs on every computer
        return _reply_to(block, placer)


def _reply_to(block: Block, placer: LinePlacer) -> Replies:
    replies, bad = [], 0
    for number, line in numbered(block):
        try:
            replies.append(placer.reply(line, f"line {number}"))
        except AnswerError as error:
            bad += 1
            id = {"id": placer.id_on(line)} if placer.repeats_ids else {}
            replies.append(one_line({"line": number, **id, "error": _what(error)}))
    return Replies("\n".join((*replies, "")), bad)


def _replies(
    questionnaire: Questionnaire,
    stream: BinaryIO,
    source: Path,
    jobs: int,
    id_key: str,
) -> Iterable[Replies]:
    if jobs > 1:
        from screener.cli.score_jobs import share_out

        blocks = blocks_of(stream.read, _A_SHARE, source)
        return share_out(questionnaire, blocks, jobs, id_key)
    placer = LinePlacer(questionnaire, id_key)
    # A program that sends line by line waits for each reply.
    read = stream.read1 if isinstance(stream, BufferedReader) else stream.read
    return (reply_to(block, placer) for block in blocks_of(read, _AT_ONCE, source))


def _what(error: AnswerError) -> str:
    return "; ".join(f"{one.place}: {one.what} {one.mend}" for one in error.problems)
