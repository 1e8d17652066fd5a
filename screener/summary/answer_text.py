"""Every answer in plain text, under the section it was asked in."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from screener.language import N_, _
from screener.summary.layout import wrap
from screener.summary.model import AnswerLine, AnswerState

_OPEN = {
    AnswerState.DECLINED: "(skipped)",
    AnswerState.UNSURE: N_("(not sure)"),
    AnswerState.NOT_REACHED: N_("(not answered)"),
}


def answers_text(answers: Iterable[AnswerLine], *, close: bool) -> Iterator[str]:
    """Tell all answers.

    Args:
        answers: In asking order.
        close: Whether a section's answers follow each other on the same lines.

    Yields:
        Lines of plain text.
    """
    for section, lines in groupby(answers, key=lambda line: line.section):
        told = [f"{line.short}: {answer_told(line)}" for line in lines]
        if close:
            yield from wrap(f"{section} - {' | '.join(told)}", "  ", "    ")
        else:
            yield from wrap(section, "  ")
            for one in told:
                yield from wrap(one, "    ", "      ")


def answer_told(line: AnswerLine) -> str:
    """An answer in words, or what became of the question instead."""
    if line.state in _OPEN:
        return _(_OPEN[line.state])
    said = "; ".join(line.answer) or _("(none)")
    if line.state is AnswerState.UNUSED:
        return _("{said} (not counted: no longer asked)").format(said=said)
    return said
