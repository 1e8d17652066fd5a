"""A question to read aloud, with what the counselor sets down beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from screener.counselor import Note, OwnRating, is_outdated, read_aloud
from screener.interview import Interview
from screener.language import _
from screener.model import Answer, Item, Unknown, answer_words
from screener.tui import keys
from screener.tui.counselor.jump import JumpScreen
from screener.tui.counselor.live import LivePanel
from screener.tui.counselor.own_rating import NoteScreen, OwnRatingScreen, Rated
from screener.tui.counselor.room import RoomScreen
from screener.tui.screens.page import PAGE_CSS, CssPath, words
from screener.tui.screens.question import Keep, QuestionScreen
from screener.tui.screens.urgent import UrgentScreen
from screener.tui.widgets import Action

if TYPE_CHECKING:
    from screener.tui.counselor.app import CounselorApp


class CounselorQuestionScreen(QuestionScreen):
    """Ask, with fast keys for notes, flags, own ratings and any other question."""

    CSS_PATH: ClassVar[CssPath] = [
        PAGE_CSS,
        PAGE_CSS.with_name("question.tcss"),
        "question.tcss",
    ]

    def __init__(self, app: CounselorApp, interview: Interview, keep: Keep) -> None:
        """Prepare the screen.

        Args:
            app: The visit; it has the marks.
            interview: The visit so far; it stands at a question.
            keep: Told of every step.
        """
        super().__init__(app.help_lines, interview, keep)
        self._visit = app
        self._scrolled_to_earlier = ""
        """The question at which the answer of the last visit was scrolled to."""

    def compose_body(self) -> ComposeResult:
        """The question; below it how to read it aloud, beside it where it points."""
        yield from super().compose_body()
        yield LivePanel(id="live")

    def compose_foot(self) -> Iterable[Widget]:
        """The notes of the counselor, in sight however many options there are.

        On a low screen it is below the options: it would leave no room for them.
        """
        yield words("", id="marks", classes="muted")
        yield from super().compose_foot()

    def actions(self) -> Iterable[Action]:
        """All that is there for a person alone, and the counselor's own."""
        yield Action(_("Back"), "go_back", key=keys.BACK)
        yield Action(_("Next"), "go_on", key="Enter", main=True)
        yield Action(_("Skip"), "skip", key=keys.SKIP)
        yield Action(_("Not sure"), "unsure", key=keys.UNSURE, short=_("Unsure"))
        yield Action(_("Why"), "explain", key="?")
        yield Action(_("Own view"), "rate", key=keys.OWN_VIEW)
        yield Action(_("Note"), "note", key=keys.NOTE)
        yield Action(_("Flag"), "flag", key=keys.FLAG)
        yield Action(_("Jump"), "jump", key=keys.JUMP)
        yield Action(_("Where"), "where", key=keys.WHERE)
        if self._visit.earlier:
            yield Action(_("Still so"), "same", key=keys.SAME)
        yield from self.reword_action()
        yield Action(_("Help"), "app.show_help", key="h")

    def on_mount(self) -> None:
        """Make room below the answers for how to read them, and for the section."""
        below = ("aloud-words", "marks-below", "section")
        ask = self.query_one("#ask")
        ask.mount_all([words("", id=id, classes="muted") for id in below])

    def _ask(self) -> None:
        super()._ask()
        self.call_later(self._beside)
        self._look_around()

    # What stands beside the question

    async def _beside(self) -> None:
        """Show what is set down, the section, and where it points now."""
        if not self.is_attached or self.interview.at is None:
            return
        aloud = _("After the question, say: {words}")
        aloud = aloud.format(words=read_aloud(self.interview.item))
        self.query_one("#aloud-words", Static).update(aloud)
        marks = "\n".join(self._marks())
        for place in ("#marks", "#marks-below"):
            shown = self.query_one(place, Static).set_class(not marks, "-empty")
            shown.update(marks)
        self.query_one("#section", Static).update("\n".join(self._section()))
        await self.query_one(LivePanel).show(self._visit.summarize(frozenset()))

    def _marks(self) -> Iterator[str]:
        visit, item = self._visit, self.interview.item
        link_id = item.link_id
        if link_id in visit.earlier:
            told = said(item, visit.earlier[link_id])
            yield _(
                "Last time ({earlier_day}): {told}. Still so? Then press {key}."
            ).format(earlier_day=visit.earlier_day, told=told, key=keys.SAME)
        rating = visit.marks.rating(link_id)
        if rating is not None:
            told = said(item, rating.answer)
            yield _("{by} rates this: {told}. {reason}").format(
                by=rating.signed.by, told=told, reason=rating.reason
            )
            if is_outdated(self.interview.answers, link_id, rating):
                yield _(
                    "The client has said something else since. Is that still right?"
                )
        if note := visit.marks.note_on(link_id):
            yield _("Note: {note}").format(note=note)
        if link_id in visit.marks.ask_again:
            yield _("To ask again.")

    def _section(self) -> Iterator[str]:
        """The other questions of the section, with what was said."""
        interview = self.interview
        here = interview.item.section
        items = [interview.questionnaire.items[one] for one in interview.asked]
        same = [item for item in items if item.section == here]
        if len(same) > 1:
            yield _("In this section:")
        for item in same:
            mark = ">" if item.link_id == interview.at else " "
            told = said(item, interview.answers.get(item.link_id))
            yield f"{mark} {item.short}: {told}"

    # What the counselor does

    def action_same(self) -> None:
        """Give the answer of the last visit again, once it has been in sight."""
        at, marks = self.interview.item.link_id, self.query_one("#marks-below")
        body = self.query_one("#body").content_region
        seen = not self.has_class("-low") or body.contains_region(marks.region)
        if seen or at not in self._visit.earlier or at == self._scrolled_to_earlier:
            self.once_settled(CounselorQuestionScreen._say_the_same)
        else:
            self._scrolled_to_earlier = at
            marks.scroll_visible(animate=False)

    def _say_the_same(self) -> None:
        earlier = self._visit.earlier.get(self.interview.item.link_id)
        if isinstance(earlier, Unknown):
            self._move(self.interview.leave_open(earlier))
        elif earlier is not None:
            self._move(self.interview.give(earlier))

    def action_where(self) -> None:
        """Show where the answers point, and all that would change it."""
        self._settle()
        self._visit.show_live()

    def action_flag(self) -> None:
        """Mark the question to be asked again, or take the mark away."""
        self._visit.marks = self._visit.marks.flag(self.interview.item.link_id)
        self.call_later(self._beside)

    def action_note(self) -> None:
        """Write a note."""
        self.show_above(self._take_note)

    def action_rate(self) -> None:
        """Enter the counselor's own rating, beside what is ticked for the client."""
        self._settle()
        self.show_above(self._take_rating)

    def action_jump(self) -> None:
        """Go to any question that applies."""
        self._settle()
        self.show_above(self._jump)

    def _settle(self) -> None:
        """Take what is ticked here as the client's answer, without going on.

        A page above this one shows what the client said: it must not say "no answer
        yet" where the counselor has just ticked one.
        """
        self.interview = self.settled()
        self._keep(self.interview)

    async def _take_note(self) -> None:
        visit, link_id = self._visit, self.interview.item.link_id
        before = visit.marks.note_on(link_id)
        told = await visit.show(
            lambda: NoteScreen(visit.help_lines, visit.interview.item, before)
        )
        if told is not None and told != before:
            visit.marks = visit.marks.note(link_id, Note(told, visit.sign()))
            here = await self.here_again()
            await here._beside()

    async def _take_rating(self) -> None:
        visit, link_id = self._visit, self.interview.item.link_id
        client = self.interview.answers.get(link_id)
        own = visit.marks.rating(link_id)

        def screen() -> OwnRatingScreen:
            told = said(visit.interview.item, client)
            answer = own.answer if own else None
            return OwnRatingScreen(visit.help_lines, visit.interview.item, told, answer)

        rated: Rated | None = await visit.show(screen)
        if rated is None:
            return
        rating = OwnRating(rated.answer, rated.reason, client, visit.sign())
        visit.marks = visit.marks.rate(link_id, rating)
        here = await self.here_again()
        await here._beside()
        flags = visit.new_flags()
        if flags and not await visit.show(
            lambda: UrgentScreen(visit.help_lines, visit.in_language(flags))
        ):
            here = await self.here_again()
            here._move(here.settled().finish())

    async def _jump(self) -> None:
        visit = self._visit
        link_id = await visit.show(
            lambda: JumpScreen(visit.help_lines, visit.interview, visit.marks)
        )
        if link_id is not None:
            here = await self.here_again()
            here._move(here.interview.go_to(link_id))

    # Sensitive questions

    def _look_around(self) -> None:
        """Before the first sensitive question of a kind: who else is in the room?"""
        topic = self.interview.item.private
        if topic is not None and topic not in self._visit.topics_cleared:
            self._visit.run_worker(
                self._ask_about_the_room(topic), group="room", exclusive=True
            )

    async def _ask_about_the_room(self, topic: str) -> None:
        visit = self._visit

        def screen() -> RoomScreen:
            names = {one.id: one.name for one in visit.questionnaire.private}
            return RoomScreen(visit.help_lines, names[topic])

        if await visit.show(screen):
            visit.topics_cleared.add(topic)
        else:
            here = await self.here_again()
            here._move(here.interview.pass_over())


def said(item: Item, answer: Answer | None) -> str:
    """An answer in words.

    Args:
        item: The question.
        answer: What was said to it, if anything.
    """
    if answer is None:
        return _("no answer yet")
    if isinstance(answer, Unknown):
        return _("skipped") if answer is Unknown.DECLINED else _("not sure")
    return "; ".join(answer_words(item, answer)) or _("none")
