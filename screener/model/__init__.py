"""Frozen records: questionnaires, help lines and answers."""

from screener.model.answer import Answer, Answers, Given, Unknown
from screener.model.answer_words import answer_words
from screener.model.bounds import Hash, Id, Loinc, Text
from screener.model.case import Case
from screener.model.condition import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Is,
    OnRung,
    Ticked,
    Unticked,
    leaves,
)
from screener.model.cries_for_help import CriesForHelp, CryGroup, Reply
from screener.model.guidance import FitSign, Guidance, HelpKind, Line, Rule
from screener.model.help_line import HelpLine, HelpLines
from screener.model.item import (
    Band,
    ChoiceItem,
    ChoicesItem,
    Easier,
    EasierOption,
    Item,
    NumberItem,
    Option,
    OptionItem,
    Rates,
    TextItem,
    in_easier_words,
    is_ordered,
    rated_answers,
)
from screener.model.length import Length
from screener.model.questionnaire import (
    Dimension,
    Instrument,
    Join,
    Ladder,
    PrivateTopic,
    Questionnaire,
    QuestionnaireHead,
    Rung,
    Scale,
    ScaleBand,
    Section,
    Source,
)
from screener.model.record import Record
from screener.model.respondent import Respondent
from screener.model.review import Review
from screener.model.translation import Translation, TranslationReview
from screener.model.words_to_avoid import WordSource, WordsToAvoid, WordToAvoid

__all__ = [
    "AllOf",
    "Answer",
    "Answers",
    "AnyOf",
    "AtLeast",
    "Band",
    "Case",
    "ChoiceItem",
    "ChoicesItem",
    "Condition",
    "CriesForHelp",
    "CryGroup",
    "Dimension",
    "Easier",
    "EasierOption",
    "FitSign",
    "Given",
    "Guidance",
    "Hash",
    "HelpKind",
    "HelpLine",
    "HelpLines",
    "Id",
    "Instrument",
    "Is",
    "Item",
    "Join",
    "Ladder",
    "Length",
    "Line",
    "Loinc",
    "NumberItem",
    "OnRung",
    "Option",
    "OptionItem",
    "PrivateTopic",
    "Questionnaire",
    "QuestionnaireHead",
    "Rates",
    "Record",
    "Reply",
    "Respondent",
    "Review",
    "Rule",
    "Rung",
    "Scale",
    "ScaleBand",
    "Section",
    "Source",
    "Text",
    "TextItem",
    "Ticked",
    "Translation",
    "TranslationReview",
    "Unknown",
    "Unticked",
    "WordSource",
    "WordToAvoid",
    "WordsToAvoid",
    "answer_words",
    "in_easier_words",
    "is_ordered",
    "leaves",
    "rated_answers",
]
