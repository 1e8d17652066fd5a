"""Widgets: each shows one thing and posts what the person did."""

from screener.tui.widgets.action import Action, Actions
from screener.tui.widgets.answer_area import AnswerArea
from screener.tui.widgets.answer_list import AnswerList, Choice
from screener.tui.widgets.busy_line import BusyLine
from screener.tui.widgets.crisis_line import CrisisLine
from screener.tui.widgets.hanging import Hanging
from screener.tui.widgets.passphrase_fields import PassphraseFields
from screener.tui.widgets.progress_line import ProgressLine
from screener.tui.widgets.qr_picture import QrPicture

__all__ = [
    "Action",
    "Actions",
    "AnswerArea",
    "AnswerList",
    "BusyLine",
    "Choice",
    "CrisisLine",
    "Hanging",
    "PassphraseFields",
    "ProgressLine",
    "QrPicture",
]
