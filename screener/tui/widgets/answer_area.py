"""What one answers a question with: a list of options, or a field to type in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from screener.language import N_, _
from screener.model import (
    Answer,
    ChoiceItem,
    ChoicesItem,
    Given,
    Item,
    NumberItem,
    TextItem,
    Unknown,
)
from screener.sanitize import clean
from screener.scoring import exclusive_option
from screener.tui.performance.flat import Stack
from screener.tui.widgets.answer_list import AnswerList, Choice

if TYPE_CHECKING:
    from screener.tui.widgets.number_field import NumberField
    from screener.tui.widgets.words_field import WordsField

    Field = TypeVar("Field", WordsField, NumberField)

_CHOOSE = N_("Choose an answer: press its number. Or press F4 to skip.")


class AnswerArea(Stack):
    """Takes the answer to any kind of question, one after the other."""

    DEFAULT_CSS = """
    AnswerArea { height: auto; }
    AnswerArea #typed { color: $text-muted; }
    """

    @dataclass
    class Submitted(Message):
        """Posted when the person goes on from a field of it."""

    def __init__(self, *above: Widget, id: str | None = None) -> None:
        """Make an area; `show` fills it.

        Args:
            above: What stands above the answers. It is laid out with them: one more
                widget around both would be laid out and painted with every question.
            id: Its id.
        """
        super().__init__(id=id)
        self._above = above
        self._item: Item | None = None
        self._fields: list[WordsField | NumberField] = []

    def compose(self) -> ComposeResult:
        """Begin with an empty list."""
        yield from self._above
        yield AnswerList()

    @property
    def answers(self) -> AnswerList:
        """The options."""
        return self.query_one(AnswerList)

    @property
    def is_typing(self) -> bool:
        """Whether letters go into a field."""
        return isinstance(self._item, NumberItem | TextItem)

    def show(self, item: Item, answer: Answer | None) -> None:
        """Take the answer to a question.

        Args:
            item: The question.
            answer: What was said to it before.
        """
        self._item = item
        known = None if isinstance(answer, Unknown) else answer
        self.answers.display = isinstance(item, ChoiceItem | ChoicesItem)
        if isinstance(item, ChoiceItem | ChoicesItem):
            choices = [Choice(o.code, o.text, o.exclusive) for o in item.option]
            codes = () if known is None else known
            chosen = codes if isinstance(codes, tuple) else (str(codes),)
            several = isinstance(item, ChoicesItem)
            self.answers.show(choices, several=several, chosen=chosen)
            self.answers.focus(scroll_visible=False)
        self._show_field(item, "" if known is None else str(known))

    def answer(self) -> Given:
        """What is chosen or typed.

        Raises:
            ValueError: If it is no answer yet; the message says what to do.
        """
        item = self._item
        if isinstance(item, TextItem):
            return clean(self._words.text, item.max_length)
        if isinstance(item, NumberItem):
            return _whole(self._number.value, item)
        codes = self.answers.codes
        if isinstance(item, ChoicesItem):
            # Without a "none of these", no tick at all is an answer.
            if codes or exclusive_option(item) is None:
                return codes
        elif codes:
            return codes[0]
        raise ValueError(_(_CHOOSE))

    def on_text_area_changed(self) -> None:
        """Show how many letters are typed, and how many can be."""
        if isinstance(self._item, TextItem):
            self._counter.update(
                _("{typed} of {most} letters").format(
                    typed=len(self._words.text), most=self._item.max_length
                )
            )

    @property
    def draft(self) -> Given:
        """What is ticked or typed, valid as an answer or not."""
        if self.is_typing:
            words = isinstance(self._item, TextItem)
            return self._words.text if words else self._number.value
        codes = self.answers.codes
        return codes if isinstance(self._item, ChoicesItem) else "".join(codes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is ticked or typed."""
        return not self.draft

    def make_ready(self, items: Iterable[Item]) -> None:
        """Make the fields that questions need before one is asked, and waited for.

        Args:
            items: All that may be asked.
        """
        for item in items:
            self._field_of(item)

    def _show_field(self, item: Item, known: str) -> None:
        wanted = self._field_of(item)
        for field in self._fields:
            field.display = field is wanted
        for counter in self.query("#typed"):
            counter.display = isinstance(item, TextItem)
        if wanted is not None:
            if isinstance(item, TextItem):
                self._words.max_length = item.max_length
                self.on_text_area_changed()
            wanted.write(known)
            wanted.focus()

    def _field_of(self, item: Item) -> WordsField | NumberField | None:
        if isinstance(item, TextItem):
            return self._words
        return self._number if isinstance(item, NumberItem) else None

    # Each is loaded only where it is needed: the one for words takes 1 MB.

    @cached_property
    def _words(self) -> WordsField:
        from screener.tui.widgets.words_field import WordsField

        words = self._unseen(WordsField())
        self.mount(self._counter, after=words)
        return words

    @cached_property
    def _counter(self) -> Static:
        """Shows how many letters are typed; created with the text field."""
        counter = Static("", id="typed", markup=False)
        counter.display = False
        return counter

    @cached_property
    def _number(self) -> NumberField:
        from screener.tui.widgets.number_field import NumberField

        return self._unseen(NumberField())

    def _unseen(self, field: Field) -> Field:
        field.display = False
        self._fields.append(field)
        self.mount(field, after=self.answers)
        return field


def _whole(typed: str, item: NumberItem) -> int:
    if typed.removeprefix("-").isdecimal():
        number = int(typed)
        if item.minimum <= number <= item.maximum:
            return number
    span = _("from {minimum} to {maximum}").format(
        minimum=item.minimum, maximum=item.maximum
    )
    raise ValueError(_("Please type a whole number {span}, or skip.").format(span=span))
