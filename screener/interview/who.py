"""Who may answer, in the words of both faces."""

from screener.language import later
from screener.model import Respondent

WHO_ANSWERS = {
    Respondent.SELF: later("Me. I am 18 or older."),
    Respondent.WITH_COUNSELOR: later("Me, with a counselor. I am 18 or older."),
    Respondent.SUPPORTER: later("I answer for an adult I support."),
}
"""The choices of who answers."""

UNDER_AGE = later("I am under 18, or I answer for someone under 18.")
"""The choice that leads to help made for young people."""
