"""Help lines: whom to call, text or visit, by region."""

import datetime
from typing import Annotated

from screener.language import N_, _
from screener.model.bounds import Bounds, Id, Text
from screener.model.guidance import HelpKind
from screener.model.record import Record
from screener.phone_numbers import keep_numbers_whole

LANGUAGES = {"en": N_("English"), "es": N_("Spanish")}
"""The languages of help lines, by code; a code without a name is told as it is."""


class HelpLine(Record):
    """One number, for one purpose."""

    id: Id
    name: Text
    kinds: Annotated[tuple[HelpKind, ...], Bounds(min_length=1)]
    call: Text | None = None
    text_to: Text | None = None
    web: Text | None = None
    about: Text
    """When to use it."""
    hours: Text
    languages: Annotated[tuple[Text, ...], Bounds(min_length=1)]
    checked: datetime.date
    """The day somebody last checked it."""
    source: Text

    @property
    def spoken(self) -> str:
        """The languages it is answered in, as a sentence: `English, Spanish`."""
        told = ", ".join(_(LANGUAGES.get(code, code)) for code in self.languages)
        return told[:1].upper() + told[1:]  # Spanish names of languages begin small

    @property
    def numbers(self) -> str:
        """What to call or text: `call or text 988`; empty where there is neither."""
        call = keep_numbers_whole(self.call or "")
        text_to = keep_numbers_whole(self.text_to or "")
        if call and call == text_to:
            return _("call or text {call}").format(call=call)
        ways = [_("call {call}").format(call=call)] if call else []
        ways += [_("text {text_to}").format(text_to=text_to)] if text_to else []
        return ", ".join(ways)

    @property
    def first_way(self) -> str:
        """The shortest way to it: what to call, or else to text."""
        if self.call and self.call != self.text_to:
            return _("call {call}").format(call=keep_numbers_whole(self.call))
        return self.numbers

    @property
    def reach(self) -> str:
        """How to reach it, in a few words: `call or text 988, 988lifeline.org`."""
        return ", ".join(way for way in (self.numbers, self.web) if way)

    @property
    def told(self) -> str:
        """The line as it is read, on three lines: the number first."""
        reach = self.reach[:1].upper() + self.reach[1:]
        return f"{reach}\n{self.name}. {self.about}\n{self.hours}. {self.spoken}."


class HelpLines(Record):
    """The help lines of a region, its own first."""

    region: Id
    name: Text
    includes: Id | None = None
    around: tuple[Id, ...] = ()
    """All regions it includes, the nearest first: worked out, not written."""
    line: Annotated[tuple[HelpLine, ...], Bounds(min_length=1)]

    def is_in(self, region: str | None) -> bool:
        """Whether what is for one region, or for all, is for this one."""
        return region is None or region in (self.region, *self.around)

    def of(self, *kinds: HelpKind) -> tuple[HelpLine, ...]:
        """The lines of these kinds: by kind in the order given, then as listed."""
        found = [line for kind in kinds for line in self.line if kind in line.kinds]
        return tuple(dict.fromkeys(found))
