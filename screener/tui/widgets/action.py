"""One button, and the rows that buttons stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from screener.language import N_, _
from screener.tui.keys import textual_names

_NAMED_KEYS = (N_("Space"),)
"""Keys whose names are words, which differ between languages."""


class Look(NamedTuple):
    """What decides where buttons stand, and what they say."""

    width: int
    """The cells there are for a row of them."""
    is_narrow: bool
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Action:
    """One button."""

    label: str
    """What it does, as a verb."""
    action: str
    """The screen's action, such as `go_on`, or the app's, such as `app.show_help`."""
    key: str = ""
    """The key that does the same, as printed on it."""
    also: str = ""
    """Further keys that do the same, such as `left,backspace`; none types a letter."""
    short: str = ""
    """What it says where there is little room; `label` unless named."""
    bare: bool = False
    """Whether the key goes without saying on a narrow screen."""
    main: bool = False
    """Whether it is the way on."""
    unless_wide: bool = False
    """Whether a wide screen does without it."""
    unless_narrow: bool = False
    """Whether a narrow screen has no button for it, as its foot has the same."""

    @property
    def name(self) -> str:
        """The name of the action, such as `go-on`."""
        name = self.action.removeprefix("app.").rstrip(")")
        return name.replace("(", "-").replace("_", "-")

    @property
    def target(self) -> str:
        """The action with its namespace, as Textual runs it."""
        is_of_the_app = self.action.startswith("app.")
        return self.action if is_of_the_app else f"screen.{self.action}"

    @property
    def keys(self) -> list[str]:
        """All keys that do the same, as Textual names them."""
        also = (key for key in self.also.split(",") if key)
        return [*textual_names(self.key), *also]

    def is_spared(self, look: Look) -> bool:
        """Return whether its button is hidden at a width; its key still counts.

        Args:
            look: The width and style of the row of buttons.
        """
        wide, narrow = look.is_wide, look.is_narrow
        return (self.unless_wide and wide) or (self.unless_narrow and narrow)

    def parts(
        self, look: Look, *, brief: bool, is_typing: bool = False
    ) -> tuple[str, str, str]:
        """What it says: an edge, its key where letters are keys, and its label.

        Args:
            look: Where it stands.
            brief: Whether there is little room.
            is_typing: Whether letters go into a field now.
        """
        short = (brief or look.is_narrow) and self.short
        label, edge = short or self.label, "" if look.is_narrow else " "
        types = is_typing and len(self.key) == 1
        hidden = types or (look.is_narrow and self.bare)
        if self.key and not hidden:
            key = _(self.key) if self.key in _NAMED_KEYS else self.key
            return edge, key, f" {label}{edge}"
        return edge, "", f"{label}{edge}"


class Placed(NamedTuple):
    """A button in its row."""

    action: Action
    left: int
    """Its left edge, in cells."""
    width: int


class Rows(NamedTuple):
    """All buttons in their places."""

    rows: list[list[Placed]]
    """From top to bottom, each from left to right."""
    brief: bool
    """Whether they say what is short."""


def in_rows(actions: Sequence[Action], look: Look) -> Rows:
    """Place buttons in one row, or in as few even ones as hold every word.

    Each has room for its key, so that it stays where it is while letters are typed.

    Args:
        actions: The buttons, in order.
        look: Where they stand.
    """
    there = [action for action in actions if not action.is_spared(look)]
    for brief in (False, True):
        said = ("".join(one.parts(look, brief=brief)) for one in there)
        widths = [cell_len(words) for words in said]
        fits = sum(widths) + len(widths) <= look.width + 1
        if fits:
            break
    places = _one_row(widths) if fits else _columns(widths, look.width)
    rows: list[list[Placed]] = [[] for _ in {y for y, *_ in places}]
    for action, (y, left, width) in zip(there, places, strict=True):
        rows[y].append(Placed(action, left, width))
    return Rows(rows, brief)


def _one_row(widths: list[int]) -> list[tuple[int, int, int]]:
    """The row, left edge and width of each, one cell apart."""
    lefts = [sum(widths[:n]) + n for n in range(len(widths))]
    return [(0, left, width) for left, width in zip(lefts, widths, strict=True)]


def _columns(widths: list[int], room: int) -> list[tuple[int, int, int]]:
    """The row, left edge and width of each, in columns as wide as each other."""
    most = max(1, (room + 1) // (max(widths) + 1))
    rows = -(-len(widths) // most)
    columns = -(-len(widths) // rows)
    edges = [(room + 1) * n // columns for n in range(columns + 1)]
    spans = [(left, right - left - 1) for left, right in pairwise(edges)]
    return [(n // columns, *spans[n % columns]) for n in range(len(widths))]
