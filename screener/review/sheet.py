"""The review sheet: a whole questionnaire as one document to read and sign."""

from collections.abc import Iterable, Iterator, Sequence

from screener.model import Case, Decision, Questionnaire, Review
from screener.review.case_part import cases_part
from screener.review.decision_part import decisions_part
from screener.review.guidance_part import (
    fit_part,
    ladders_part,
    lines_part,
    rules_part,
)
from screener.review.item_part import items_part, scales_part
from screener.review.marks import literal
from screener.review.sign_part import reviews_part, sign_part, standing
from screener.review.source_part import sources_part
from screener.review.supporter_part import supporter_part
from screener.review.table_part import tables_part

_HOW_TO_READ = """\
- **Weights.** An answer may weigh on one or more things, from 0 (none) to 4; on a
  severity, 1 is mild, 2 moderate, 3 serious, 4 severe. On each thing the person's
  gravest answer counts; nothing is added up, except within a scale.
- **Rules.** A rule says "at least this step". The highest step that any rule gives is
  the result; where no rule holds, it is the lowest step. So a worse answer can raise a
  result and can never lower it.
- **"Or graver"** means this answer, or any one listed below it under its question.
- **Open questions.** A question that was skipped or not reached never counts as "no".
  The result is then told as a range, from the mildest to the gravest it could be. Lines
  that depend on a result go by its lower end; a condition on an open question does not
  hold.
- **What the person reads:** the questions and answers, the steps, and all words in
  quotation marks.
- **Names in code type**, such as `{example}`, stay the same between versions. Use
  them in remarks.
- **Not on this sheet:** the telephone numbers of the help lines, and what the program's
  own buttons and pages say.
""".rstrip()


def sheet(
    questionnaire: Questionnaire,
    cases: Sequence[Case],
    reviews: Sequence[Review],
    supporter: Questionnaire | None = None,
    decisions: Sequence[Decision] = (),
) -> str:
    """Write a whole questionnaire as one Markdown document, with a place to sign.

    Args:
        questionnaire: The questionnaire.
        cases: Its worked cases; their answers fit it.
        reviews: All reviews of it, of any state.
        supporter: The questionnaire in a supporter's words, where it has any.
        decisions: What a clinician must decide; their rules and sources exist.
    """
    guidance = questionnaire.guidance
    lines: dict[str, Iterable[str]] = {
        "What a clinician must decide": decisions_part(decisions, questionnaire),
        "What it is, and what it is not": _about(questionnaire),
        "How to read this sheet": _how_to_read(questionnaire),
        "The questions": items_part(questionnaire),
        "Scales": scales_part(questionnaire),
        "What is decided": ladders_part(questionnaire),
        "What decides, in tables": tables_part(questionnaire),
        "The rules": rules_part(questionnaire),
        "Other options": lines_part(guidance.alternative, questionnaire),
        "Supports to ask for": lines_part(guidance.support, questionnaire),
        "What this care offers": lines_part(guidance.benefit, questionnaire),
        "Signs that the care fits": fit_part(guidance.fit, questionnaire),
        "Questions to ask a program": lines_part(guidance.ask, questionnaire),
        "What to bring": lines_part(guidance.bring, questionnaire),
        **_for_supporter(questionnaire, supporter),
        "Worked cases": cases_part(cases, questionnaire),
        "Sources": sources_part(questionnaire),
        "To sign": sign_part(questionnaire),
    }
    told = [*_head(questionnaire, cases, reviews)]
    for number, (title, part) in enumerate(lines.items(), 1):
        told += [f"## {number}. {title}", "", *(list(part) or ["None."]), ""]
    return "\n".join(_single_gaps(told)) + "\n"


def _for_supporter(
    questionnaire: Questionnaire, supporter: Questionnaire | None
) -> dict[str, Iterable[str]]:
    if supporter is None:
        return {}
    title = "What someone reads who answers for an adult they support"
    return {title: supporter_part(questionnaire, supporter)}


def _head(
    questionnaire: Questionnaire, cases: Sequence[Case], reviews: Sequence[Review]
) -> Iterator[str]:
    yield from (f"# {literal(questionnaire.title)}", "")
    yield from (f"**{standing(questionnaire, reviews)}**", "")
    yield from reviews_part(questionnaire, reviews)
    language = literal(questionnaire.language)
    yield f"- Questionnaire: `{questionnaire.id}`, language {language}"
    yield f"- Version: {literal(questionnaire.version)}"
    yield f"- Hash of all it says: `{questionnaire.review_hash}`"
    yield f"- On this sheet: {_counts(questionnaire, cases)}. The last part is to sign."
    yield ""


def _counts(questionnaire: Questionnaire, cases: Sequence[Case]) -> str:
    rules = questionnaire.guidance.rule
    flags = sum(rule.red_flag for rule in rules)
    return (
        f"{len(questionnaire.item)} questions, {len(questionnaire.ladder)} ladders, "
        f"{len(rules)} rules ({flags} of them red flags), {len(cases)} worked cases, "
        f"{len(questionnaire.source)} sources"
    )


def _about(questionnaire: Questionnaire) -> Iterator[str]:
    yield from (f'- What it is: "{literal(questionnaire.about)}"',)
    yield f'- What it is not: "{literal(questionnaire.limits)}"'
    yield f'- Who sees the answers: "{literal(questionnaire.seen_by)}"'
    for one in questionnaire.instrument:
        told = f"{literal(one.name)}. {literal(one.credit)} {literal(one.terms)}"
        yield f"- A published instrument (`{one.id}`), word for word: {told}"


def _how_to_read(questionnaire: Questionnaire) -> Iterator[str]:
    yield _HOW_TO_READ.format(example=questionnaire.guidance.rule[0].id)


def _single_gaps(lines: Iterable[str]) -> Iterator[str]:
    """Lines without a second empty one in a row."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line
