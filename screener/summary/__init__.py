"""What a person takes along: one summary, told by many writers."""

from typing import TYPE_CHECKING

from screener.lazy import attach

if TYPE_CHECKING:
    from screener.summary.builder import CounselorView, summarize
    from screener.summary.comparison import (
        Comparison,
        compare,
        range_names,
    )
    from screener.summary.comparison_writer import comparison_text
    from screener.summary.layout import safe
    from screener.summary.model import (
        LEVEL,
        URGENCY,
        AnswerLine,
        AnswerState,
        FitLine,
        LadderLine,
        RatingLine,
        ScaleLine,
        Summary,
        Told,
    )
    from screener.summary.paper import Paper
    from screener.summary.pdf_writer import can_make_pdf, to_pdf
    from screener.summary.printing import PrintJob, can_print
    from screener.summary.qr_code import QrCode, largest_that_fits
    from screener.summary.reader import parse_summary, read_summary
    from screener.summary.redaction import topics_told
    from screener.summary.reopened_marks import reopen_marks
    from screener.summary.restore_answers import Reopened, reopen
    from screener.summary.retelling import all_told_in, told_in
    from screener.summary.saved_answer import Lost
    from screener.summary.saving import Saved, save, save_for_staff, write_new
    from screener.summary.short_text import short_texts
    from screener.summary.text_writer import to_text
    from screener.summary.toml_writer import to_toml
    from screener.summary.translation import translated

__getattr__ = attach(
    __name__,
    {
        "builder": "CounselorView summarize",
        "comparison": "Comparison compare range_names",
        "comparison_writer": "comparison_text",
        "layout": "safe",
        "redaction": "topics_told",
        "model": "LEVEL URGENCY AnswerLine AnswerState FitLine LadderLine RatingLine "
        "ScaleLine Summary Told",
        "paper": "Paper",
        "pdf_writer": "can_make_pdf to_pdf",
        "printing": "PrintJob can_print",
        "qr_code": "QrCode largest_that_fits",
        "reader": "parse_summary read_summary",
        "reopened_marks": "reopen_marks",
        "restore_answers": "Reopened reopen",
        "retelling": "all_told_in told_in",
        "saved_answer": "Lost",
        "saving": "Saved save save_for_staff write_new",
        "short_text": "short_texts",
        "text_writer": "to_text",
        "toml_writer": "to_toml",
        "translation": "translated",
    },
)

__all__ = [
    "LEVEL",
    "URGENCY",
    "AnswerLine",
    "AnswerState",
    "Comparison",
    "CounselorView",
    "FitLine",
    "LadderLine",
    "Lost",
    "Paper",
    "PrintJob",
    "QrCode",
    "RatingLine",
    "Reopened",
    "Saved",
    "ScaleLine",
    "Summary",
    "Told",
    "all_told_in",
    "can_make_pdf",
    "can_print",
    "compare",
    "comparison_text",
    "largest_that_fits",
    "parse_summary",
    "range_names",
    "read_summary",
    "reopen",
    "reopen_marks",
    "safe",
    "save",
    "save_for_staff",
    "short_texts",
    "summarize",
    "to_pdf",
    "to_text",
    "to_toml",
    "told_in",
    "topics_told",
    "translated",
    "write_new",
]
