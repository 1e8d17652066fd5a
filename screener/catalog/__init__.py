"""Find, read and check questionnaires, reviews, help lines and answer sheets."""

from typing import TYPE_CHECKING

from screener.lazy import attach

if TYPE_CHECKING:
    from screener.catalog.answer_sheet import load_answers, read_answers
    from screener.catalog.composing import compose
    from screener.catalog.editions import Edition, Editions
    from screener.catalog.folders import (
        CORE,
        help_lines_folder,
        hidden_folder,
        questionnaire_folder,
        questions_folder,
    )
    from screener.catalog.help_lines import (
        load_help_lines,
        regions,
        translation_of_region,
    )
    from screener.catalog.joined_versions import part_versions
    from screener.catalog.loading import load_questionnaire
    from screener.catalog.reading import load_cases
    from screener.catalog.region_file import read_region
    from screener.catalog.reviews import load_decisions, load_reviews
    from screener.catalog.saved_with import PartsFinder, SavedWith
    from screener.catalog.selection import Selection, installed, select
    from screener.catalog.toml_file import parse_toml, read_toml
    from screener.catalog.validation import read_record, validate
    from screener.catalog.words_to_avoid import load_medical_words, load_words_to_avoid

__getattr__ = attach(
    __name__,
    {
        "answer_sheet": "load_answers read_answers",
        "composing": "compose",
        "editions": "Edition Editions",
        "folders": (
            "CORE help_lines_folder hidden_folder questionnaire_folder questions_folder"
        ),
        "help_lines": "load_help_lines regions translation_of_region",
        "loading": "load_questionnaire",
        "joined_versions": "part_versions",
        "reading": "load_cases",
        "region_file": "read_region",
        "reviews": "load_decisions load_reviews",
        "saved_with": "PartsFinder SavedWith",
        "selection": "Selection installed select",
        "toml_file": "parse_toml read_toml",
        "validation": "read_record validate",
        "words_to_avoid": "load_medical_words load_words_to_avoid",
    },
)

__all__ = [
    "CORE",
    "Edition",
    "Editions",
    "PartsFinder",
    "SavedWith",
    "Selection",
    "compose",
    "help_lines_folder",
    "hidden_folder",
    "installed",
    "load_answers",
    "load_cases",
    "load_decisions",
    "load_help_lines",
    "load_medical_words",
    "load_questionnaire",
    "load_reviews",
    "load_words_to_avoid",
    "parse_toml",
    "part_versions",
    "questionnaire_folder",
    "questions_folder",
    "read_answers",
    "read_record",
    "read_region",
    "read_toml",
    "regions",
    "select",
    "translation_of_region",
    "validate",
]
