"""The counselor's view in sentences, for the screen, the text and the page."""

from collections.abc import Iterator

from screener.language import date_words
from screener.summary.counselor_part import (
    CounselorPart,
    OwnRatingLine,
    SignedLine,
    TwoPlaces,
)

HEADING = "The counselor's view"
_TRUST = (
    "The answers are one view. What providers and people close to the client see "
    "counts too."
)


def counselor_words(part: CounselorPart) -> Iterator[str]:
    """Yield what a counselor set down, the agreed level first.

    Args:
        part: What was set down.
    """
    if part.agreed:
        last = part.agreed[-1]
        told = f"Agreed with the client: {last.name} ({_signature(last)})."
        yield f"{told} Why: {last.reason}" if last.reason else told
        yield from (
            f"Agreed before: {one.name} ({_signature(one)})."
            for one in part.agreed[:-1]
        )
    apart = [one for one in part.ladders if one.client != one.counselor]
    yield from map(_places, apart)
    if part.ratings and not apart:
        yield "Both views lead to the same place on every ladder."
    yield from map(_rating, part.ratings)
    yield from (
        f"Note on {one.short} ({_signature(one)}): {one.words or 'taken back'}"
        for one in part.notes
    )
    if part.ask_again:
        yield f"To ask again: {'; '.join(part.ask_again)}."
    if apart or part.agreed:
        yield _TRUST


def _places(one: TwoPlaces) -> str:
    return (
        f"{one.name}. By the client's answers: {one.client.words}. With the "
        f"counselor's: {one.counselor.words}. What makes the difference: "
        f"{'; '.join(one.because)}."
    )


def _rating(one: OwnRatingLine) -> str:
    said = "; ".join(one.client) or "no answer"
    told = f'{one.short}. The client: "{said}".'
    if one.own:
        told += f' {one.by}: "{"; ".join(one.own)}".'
    else:
        told += f" {one.by} goes with the client's words again."
    if one.reason:
        told += f" Why: {one.reason.rstrip('.')}."
    when = date_words(one.at.date())
    return f"{told} ({when})" if one.counts else f"{told} ({when}; changed since)"


def _signature(one: SignedLine) -> str:
    return f"{one.by}, {date_words(one.at.date())}"
