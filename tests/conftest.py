"""Fixtures that many tests share."""

import os

import pytest
from hypothesis import settings

from screener.catalog import load_help_lines, load_questionnaire, questionnaire_folder
from screener.model import HelpLines, Questionnaire

settings.register_profile("default", deadline=None, max_examples=100)
settings.register_profile("thorough", deadline=None, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def core() -> Questionnaire:
    return load_questionnaire(questionnaire_folder())


@pytest.fixture(scope="session")
def help_lines() -> HelpLines:
    return load_help_lines("us")
