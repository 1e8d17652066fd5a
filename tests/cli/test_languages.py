"""`--lang` works with every command, before and after its name."""

import json
import re
from pathlib import Path

import pytest

from screener.catalog import Editions, select
from screener.cli import main
from screener.errors import LanguageError
from screener.summary import save
from screener.wanted_language import asked_language
from tests.cli import every_command
from tests.cli.command import ON_SMALL, screener
from tests.languages import answers, made_in

ENGLISH = re.compile(r"\b(the|with|which|this|what|are|where|usage)\b", re.I)


def run_main(
    capsys: pytest.CaptureFixture[str], *arguments: str | Path
) -> tuple[int, str, str]:
    code = main([*map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("name", every_command.names())
def test_help_is_in_the_language_wherever_it_is_asked_for(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = run_main(capsys, "--lang", "es", name, "--help")
    assert before == run_main(capsys, name, "--lang=es", "--help")
    assert before == run_main(capsys, name, "--help", "--lang", "es")
    code, out, _ = before
    assert code == 0
    assert out.startswith("uso: screener")
    assert not ENGLISH.findall(out)
    assert "--lang CODE" in out
    assert max(map(len, out.splitlines())) <= 88


def test_no_command_is_left_out(tmp_path: Path) -> None:
    assert {*every_command.arguments(tmp_path)} == {*every_command.names()}


@pytest.mark.many_cases
@pytest.mark.parametrize("name", every_command.names())
def test_every_command_takes_it_before_and_after_its_name(
    name: str, tmp_path: Path
) -> None:
    given = every_command.arguments(tmp_path)[name]
    if name in ("questionnaire", "items", "score", "rescore", "export"):
        given = [word for word in given if "small" not in str(word)]
        given = [word for word in given if word != "--questionnaire"]
    before = screener("--lang", "es", name, *given, HOME=str(tmp_path))
    after = screener(name, *given, "--lang", "es", HOME=str(tmp_path))
    cut = re.compile(r"\d+[.,]\d+ s")
    assert cut.sub("", before.out) == cut.sub("", after.out)
    assert (before.code, before.err) == (after.code, after.err)
    assert before.code != 2
    assert "Traceback" not in before.err


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("command", "spanish"),
    [
        (["items"], "la seguridad"),
        (["items", "--json"], "pasando algo"),
        (["questionnaires"], "lo agrega a una visita"),
        (["questionnaire", "--format", "fhir"], '"language": "es"'),
        (["score", "ANSWERS"], "Un punto de partida para hablar"),
        (["forget"], "No había nada que olvidar"),
        (["history"], "Las pantallas necesitan una terminal"),
        (["population", "PEOPLE"], "Personas: (muy pocas para decirlo)"),
        (["agreement", "CASES"], "Casos: 1"),
    ],
)
def test_what_it_writes_is_in_that_language(
    command: list[str], spanish: str, tmp_path: Path
) -> None:
    files = every_command.arguments(tmp_path)
    names = {"ANSWERS": files["score"][0], "PEOPLE": files["population"][0]}
    names["CASES"] = files["agreement"][0]
    given = [names.get(word, word) for word in command]
    run = screener(*given, "--lang", "es", HOME=str(tmp_path))
    assert spanish in run.out + run.err
    english = screener(*given, "--lang", "en", HOME=str(tmp_path), LANG="es_US.UTF-8")
    assert spanish not in english.out + english.err


def test_the_machine_decides_where_nothing_is_asked_for() -> None:
    assert "la seguridad" in screener("items", LANG="es_MX.UTF-8").out
    assert "Safety" in screener("items", LANG="de_DE.UTF-8").out
    # Output for other programs is the same on every computer.
    table = json.loads(screener("items", "--json", LANG="es_MX.UTF-8").out)
    assert table[0]["text"] == json.loads(screener("items", "--json").out)[0]["text"]


def test_the_later_one_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert "Safety" in run_main(capsys, "--lang", "es", "items", "--lang", "en")[1]
    assert (
        "la seguridad" in run_main(capsys, "--lang", "en", "items", "--lang", "es")[1]
    )


@pytest.mark.parametrize(
    ("written", "code"), [("es_US.UTF-8", 0), ("ES", 0), ("tlh", 2), ("", 2)]
)
def test_a_language_that_is_not_there_is_refused(
    written: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_main(capsys, "items", "--lang", written)[0] == code


def test_a_questionnaire_that_is_not_there_in_it_is_refused_and_said_so() -> None:
    run = screener("items", "--questionnaire", "pc-ptsd-5", "--lang", "es")
    assert (run.code, run.out) == (1, "")
    assert "pc-ptsd-5" in run.err
    own = screener("items", "--questionnaire", "pc-ptsd-5", LANG="es_US.UTF-8")
    assert own.code == 0
    assert "(yes-no)" in own.out or "(choice)" in own.out


@pytest.mark.parametrize("asked", [("--lang", "es"), ()])
@pytest.mark.parametrize(
    "parts", [("--add", "pc-ptsd-5"), ("--questionnaire", "level-of-care.pc-ptsd-5")]
)
def test_a_visit_with_a_part_in_english_only_is_in_english(
    parts: tuple[str, ...], asked: tuple[str, ...], tmp_path: Path
) -> None:
    given = ("--plain", *parts, *asked)
    settings = {"LANG": "es_MX.UTF-8", "HOME": str(tmp_path)}
    run = screener(*given, stdin=b"language\nexit\n", **settings)
    assert (run.code, run.err) == (0, "")
    assert "PC-PTSD-5" in run.out
    assert "¿" not in run.out
    notes = run.out.count("These questions are there in one language only.")
    assert notes == 1 + bool(asked)  # at "language", and where Spanish was asked for


def test_the_file_that_is_missing_for_a_language_is_the_one_that_is_named() -> None:
    run = screener("items", "--add", "pc-ptsd-5", "--lang", "es")
    assert "pc-ptsd-5/es.toml" in run.err
    with pytest.raises(LanguageError, match=r"pc-ptsd-5/es\.toml"):
        Editions(select("level-of-care.pc-ptsd-5"), "us").edition("es")


@pytest.mark.many_cases
@pytest.mark.parametrize(("own", "asked"), [("en", "es"), ("es", "en")])
@pytest.mark.parametrize("grave", [True, False])
def test_a_saved_summary_is_shown_in_another_language(
    own: str, asked: str, grave: bool, tmp_path: Path
) -> None:
    editions = Editions(select(), "us")
    given = answers(editions, grave=grave)
    file, other = (
        save(made_in(language, editions, 3, given), tmp_path / language).files[0]
        for language in (own, asked)
    )
    run = screener("show", file, "--lang", asked)
    assert (run.code, run.err) == (0, "")
    assert run.out == screener("show", other).out


def test_a_summary_that_cannot_be_told_in_it_is_shown_as_it_is(tmp_path: Path) -> None:
    file = every_command.arguments(tmp_path)["show"][0]
    run = screener("show", file, "--lang", "es")
    assert run.out == screener("show", file).out
    assert "English" in run.err


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["items", "--lang", "es"], "es"),
        (["--lang=es", "items"], "es"),
        (["--lang", "es", "--lang", "en"], "en"),
        (["--lang"], "en"),
        (["--lang", "tlh"], "en"),
        ([], "en"),
    ],
)
def test_a_command_line_is_asked_for_its_language(
    arguments: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SCREENER_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert asked_language(arguments) == language


@pytest.mark.many_cases
@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "No hay una tabla [answers]."),
        ("[answers]\nmood = 1\nnote = 1", "ponga palabras, como mucho 500 caracteres."),
        ('[answers]\nlimits = ["none", "x"]\nx = 1', "No existe esa pregunta."),
        (
            '[answers]\nlimits = ["none", "cost"]',
            "está junto con otras opciones",
        ),
        ('[answers]\nlimits = ["cost", "cost"]', "Una opción está dos veces."),
        ("hello", "No es TOML"),
    ],
)
def test_wrong_answers_are_told_in_one_language(
    content: str, words: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(content)
    run = screener("score", file, "--lang", "en", LANG="es_MX.UTF-8")
    assert words not in run.err
    run = screener("score", file, LANG="es_MX.UTF-8")
    assert (run.code, run.out) == (1, "")
    assert words in run.err
    reasons = re.sub(r"No es TOML: .*\)", "", run.err)
    assert not re.findall(r"(?i)\b(the|is|it|give|these|there)\b", reasons)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_replies_are_the_same_on_every_computer(jobs: str) -> None:
    line = b'{"thoughts": "purple", "x": 1}\n{'
    given = ["score", "--jsonl", "-", "--jobs", jobs, *ON_SMALL]
    run = screener(*given, stdin=line, LANG="es_MX.UTF-8")
    assert run.out == screener(*given, stdin=line).out
    assert "There is no such question." in run.out
    assert "No se pudieron ubicar 2 líneas" in run.err


def test_wrong_settings_of_a_kiosk_are_told_in_one_language(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('region = "mars"\npin = "1234"\ncounts = "/proc/counts"\n')
    run = screener("serve", "--config", file, "--lang", "es")
    assert run.code == 1
    assert "No hay líneas de ayuda de `mars`." in run.err
    assert not re.findall(r"(?i)\b(the|is|there|was|that)\b", run.err)
