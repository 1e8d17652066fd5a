"""Errors in a command line: the message names them and suggests a correction."""

import pytest

from tests.cli.command import screener


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("arguments", "english", "spanish"),
    [
        (["itms"], "Did you mean `items`?", "¿Quiso decir `items`?"),
        (["help"], "Did you mean `--help`?", "¿Quiso decir `--help`?"),
        (["quest"], "`questionnaire` or `questionnaires`", "`questionnaires`"),
        (["zzz"], "There is no command 'zzz'.", "No existe la orden 'zzz'."),
        (["--quick", "zzz"], "no command 'zzz'", "la orden 'zzz'"),
        (["--plian"], "Did you mean `--plain`?", "¿Quiso decir `--plain`?"),
        (["--quest", "phq-9"], "understood: --quest\n", "entiende: --quest\n"),
        (["items", "--jsn"], "Did you mean `--json`?", "¿Quiso decir `--json`?"),
        (["items", "phq-9"], "understood: phq-9", "entiende: phq-9"),
        (["show"], "This is missing: FILE.", "Falta esto: FILE."),
        (["--theme", "pink"], "--theme cannot be 'pink'", "--theme no puede ser"),
        (["--client"], "--client needs a value", "Después de --client va un valor"),
        (["--client=--"], "--client needs a value", "Después de --client va un valor"),
        (["items", "--json=3"], "--json stands alone", "--json va sin nada más"),
        (["score", "a", "--jobs", "x"], "from 1 to 256", "de 1 a 256"),
        (["population", "a", "--least", "0"], "from 1 to 1000000", "de 1 a"),
        (["population", "a", "--least", "9" * 5000], "from 1 to", "de 1 a"),
        (["population", "a", "--workers", "9999"], "from 1 to 256", "de 1 a 256"),
        (["agreement", "a", "--plot", "x.pdf"], ".png or .svg", "termina en .png o"),
        (["show", "a", "--paper", "a4"], "goes with --pdf", "solo se usa con --pdf"),
        (["--lang", "fr"], "no language fr", "no existe el idioma fr"),
        (["--counselor", "--client", "a b"], "never a name", "nunca un nombre"),
        (["serve", "--host", ""], "an address of this", "una dirección de esta"),
        (["translation", "../x"], "code of a language", "código de un idioma"),
    ],
)
def test_it_is_said_in_the_language_that_is_wanted(
    arguments: list[str], english: str, spanish: str
) -> None:
    for language, words in (("en", english), ("es", spanish)):
        run = screener(*arguments, SCREENER_LANG=language)
        assert (run.code, run.out) == (2, "")
        assert words in run.err
        assert run.err.startswith("usage: " if language == "en" else "uso: ")


@pytest.mark.parametrize("words", ["I want to die", "ayuda", "help me please"])
def test_words_in_the_place_of_a_command_get_the_number_to_call(words: str) -> None:
    assert "988" in screener(words).err
    assert "988 y oprima 2" in screener(words, SCREENER_LANG="es").err
