"""`screener score --jsonl`: many people, one JSON object a line."""

import os
import stat
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple

from screener.catalog import Selection
from screener.cli.output import complain
from screener.cli.paths import STANDARD
from screener.disk import is_open_here, system_words
from screener.errors import AnswerError, Problem, ScreenerError
from screener.language import ENGLISH, _, ngettext, speaking
from screener.model import Questionnaire
from screener.placing import LONGEST_LINE, LinePlacer, one_line

_AT_ONCE = 1 << 16
"""The most bytes that are placed at once; of them, as many as are there already."""

_A_SHARE = 1 << 20
"""As many bytes are handed to another process at once."""


class Block(NamedTuple):
    """Some whole lines."""

    first: int
    """The first line's number, from 1."""
    lines: bytes


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
    with _open(source) as stream:
        for replies in _replies(loaded, stream, jobs, id_key):
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
    for number, line in enumerate(BytesIO(block.lines), block.first):
        if number == 1:
            line = line.removeprefix(BOM_UTF8)
        if not line or line.isspace():
            continue
        try:
            replies.append(placer.reply(line, f"line {number}"))
        except AnswerError as error:
            bad += 1
            id = {"id": placer.id_on(line)} if placer.repeats_ids else {}
            replies.append(one_line({"line": number, **id, "error": _what(error)}))
    return Replies("\n".join((*replies, "")), bad)


def _replies(
    questionnaire: Questionnaire, stream: BinaryIO, jobs: int, id_key: str
) -> Iterable[Replies]:
    if jobs > 1:
        from screener.cli.score_jobs import share_out

        blocks = _blocks(stream.read, _A_SHARE)
        return share_out(questionnaire, blocks, jobs, id_key)
    placer = LinePlacer(questionnaire, id_key)
    # A program that sends line by line waits for each reply.
    read = stream.read1 if isinstance(stream, BufferedReader) else stream.read
    return (reply_to(block, placer) for block in _blocks(read, _AT_ONCE))


def _blocks(read: Callable[[int], bytes], size: int) -> Iterator[Block]:
    """Yield blocks of whole lines; a line that is too long is cut."""
    first, begun = 1, b""
    while piece := read(size):
        start = (begun[:2] + piece[:2])[:2]
        if first == 1 and start in (BOM_UTF16_LE, BOM_UTF16_BE):
            raise _refusal("--jsonl", _("It is UTF-16 text."), _("save it as UTF-8."))
        end = piece.rfind(b"\n") + 1
        if end:
            yield Block(first, begun + piece[:end])
            first += piece.count(b"\n")
            begun = b""
        if len(begun) <= LONGEST_LINE:  # a longer line is an error anyway
            begun += piece[end:]
    if begun:
        yield Block(first, begun)


def _what(error: AnswerError) -> str:
    return "; ".join(f"{one.place}: {one.what} {one.mend}" for one in error.problems)


def _open(source: Path) -> "nullcontext[BinaryIO] | BinaryIO":
    if source == STANDARD:
        if sys.stdin is None:
            raise _refusal("-", _("Standard input is closed."), _("name a file."))
        return nullcontext(sys.stdin.buffer)
    try:
        if what := _what_is_no_file(source):
            raise _refusal(str(source), what, _("name a file."))
        return source.open("rb")
    except OSError as error:
        what = _("It cannot be read: {reason}.").format(reason=system_words(error))
        raise _refusal(str(source), what, _("check the name.")) from error
    except ValueError as error:
        what, fix = _("It is no file name."), _("check it.")
        raise _refusal(str(source), what, fix) from error


def _what_is_no_file(source: Path) -> str:
    """Return why a source cannot be read line by line; empty for a file or pipe."""
    status = os.stat(source)
    if stat.S_ISDIR(status.st_mode):
        return _("It is a folder.")
    lines = stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode)
    if lines or is_open_here(status):
        return ""
    return _("It is a pipe or a device, not a file. It was not opened.")


def _refusal(source: str, what: str, mend: str) -> AnswerError:
    return AnswerError(source, [Problem(source, "file", what, mend)])
