import datetime
import threading

import pytest

from screener.language import (
    _,
    date_words,
    ngettext,
    speak,
    speaking,
    spoken,
)
from screener.wanted_language import wanted_language

DAY = datetime.date(2026, 11, 25)


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    speak("en")


def test_a_language_is_spoken_until_another_one_is() -> None:
    speak("es")
    assert (spoken(), _("Leave")) == ("es", "Salir")
    speak("en")
    assert (spoken(), _("Leave")) == ("en", "Leave")


def test_for_a_while_another_language_is_spoken_here_and_nowhere_else() -> None:
    heard: list[str] = []
    with speaking("es"):
        other = threading.Thread(target=lambda: heard.append(spoken()))
        other.start()
        other.join()
        assert spoken() == "es"
    assert (spoken(), heard) == ("en", ["en"])


def test_a_language_that_is_not_known_is_told_in_english() -> None:
    with speaking("tlh"):
        assert (spoken(), _("Leave")) == ("en", "Leave")


@pytest.mark.parametrize(
    ("language", "n", "told"),
    [
        ("en", 1, "This screen clears in 1 second."),
        ("en", 2, "This screen clears in 2 seconds."),
        ("es", 1, "Esta pantalla se borra en 1 segundo."),
        ("es", 0, "Esta pantalla se borra en 0 segundos."),
    ],
)
def test_a_number_of_things_has_its_plural(language: str, n: int, told: str) -> None:
    with speaking(language):
        words = ngettext(
            "This screen clears in {n} second.", "This screen clears in {n} seconds.", n
        )
    assert words.format(n=n) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "November 25, 2026"), ("es", "25 de noviembre de 2026")],
)
def test_a_day_is_written_as_people_write_it(language: str, told: str) -> None:
    with speaking(language):
        assert date_words(DAY) == told


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({}, "en"),
        ({"LANG": "es_US.UTF-8"}, "es"),
        ({"LANG": "es"}, "es"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "es_MX", "LANG": "en_US"}, "es"),
        ({"LC_MESSAGES": "es_MX", "LANG": "en_US"}, "es"),
        ({"LC_ALL": "", "LANG": "es_PR"}, "es"),
        ({"LANGUAGE": "qu:es:en", "LANG": "en_US"}, "es"),
        ({"LANGUAGE": "es", "LANG": "C"}, "en"),
        ({"SCREENER_LANG": "es", "LANG": "en_US"}, "es"),
        ({"SCREENER_LANG": "xx", "LANG": "es_US"}, "es"),
    ],
)
def test_the_machine_tells_which_language_is_wanted(
    environ: dict[str, str], wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SCREENER_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert wanted_language() == wanted
