"""The counselor's view in sentences, for the screen, the text and the page."""

from collections.abc import Iterator

from screener.language import N_, _, date_words
from screener.summary.counselor_part import (
    CounselorPart,
    OwnRatingLine,
    SignedLine,
    TwoPlaces,
)

HEADING = N_("The counselor's view")
_TRUST = N_(
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
        told = _("Agreed with the client: {name} ({signature}).").format(
            name=last.name, signature=_signature(last)
        )
        yield (
            _("{told} Why: {reason}").format(told=told, reason=last.reason)
            if last.reason
            else told
        )
        yield from (
            _("Agreed before: {name} ({signature}).").format(
                name=one.name, signature=_signature(one)
            )
            for one in part.agreed[:-1]
        )
    apart = [one for one in part.ladders if one.client != one.counselor]
    yield from map(_places, apart)
    if part.ratings and not apart:
        yield _("Both views lead to the same place on every ladder.")
    yield from map(_rating, part.ratings)
    yield from (
        _("Note on {short} ({signature}): {words}").format(
            short=one.short,
            signature=_signature(one),
            words=one.words or _("taken back"),
        )
        for one in part.notes
    )
    if part.ask_again:
        yield _("To ask again: {names}.").format(names="; ".join(part.ask_again))
    if apart or part.agreed:
        yield _(_TRUST)


def _places(one: TwoPlaces) -> str:
    return _(
        "{name}. By the client's answers: {client}. With the counselor's: "
        "{counselor}. What makes the difference: {names}."
    ).format(
        name=one.name,
        client=one.client.words,
        counselor=one.counselor.words,
        names="; ".join(one.because),
    )


def _rating(rating: OwnRatingLine) -> str:
    text = f"{rating.short}. {_client_words(rating)}"
    if rating.own:
        text += f' {rating.by}: "{"; ".join(rating.own)}".'
    else:
        text += _(" {by} goes with the client's words again.").format(by=rating.by)
    if rating.reason:
        text += _(" Why: {reason}.").format(reason=rating.reason.rstrip("."))
    when = date_words(rating.at.date())
    return (
        f"{text} ({when})"
        if rating.counts
        else _("{told} ({when}; changed since)").format(told=text, when=when)
    )


def _client_words(rating: OwnRatingLine) -> str:
    """Return the client's answer at the time of a rating, and their answer since."""
    then, since = "; ".join(rating.client), "; ".join(rating.since)
    if not since:
        return _('The client: "{said}".').format(said=then or _("no answer"))
    if not then:
        return _('The client, later: "{said}".').format(said=since)
    return _('The client: "{said}"; later: "{since}".').format(said=then, since=since)


def _signature(one: SignedLine) -> str:
    return f"{one.by}, {date_words(one.at.date())}"
