"""Who may answer, in the words of both faces."""

from screener.language import N_
from screener.model import Respondent

WHO_ANSWERS = {
    Respondent.SELF: N_("Me. I am 18 or older."),
    Respondent.WITH_COUNSELOR: N_("Me, with a counselor. I am 18 or older."),
    Respondent.SUPPORTER: N_("I answer for an adult I support."),
}
"""The choices of who answers."""

UNDER_AGE = N_("I am under 18, or I answer for someone under 18.")
"""The choice that leads to help made for young people."""
