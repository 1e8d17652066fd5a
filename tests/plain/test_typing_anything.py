"""Whatever is typed in a plain visit is understood, answered or harmless."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from screener.catalog import Editions, load_help_lines, load_questionnaire, select
from screener.catalog.folders import questionnaire_folder
from screener.interview import Interview
from screener.language import ENGLISH, speak
from screener.model import Fact, HelpLines, Option, Unknown
from screener.plain import PlainVisit, Talk
from screener.plain.answering import NotUnderstoodError, answer_in
from screener.plain.asking import answer_in_words, ask
from screener.plain.talk import Gone
from screener.summary import read_summary
from tests.plain.typed import number_of, words_of
from tests.scoring.building import choice, choices, number, questionnaire

NO_DANGER = number_of("danger-now", "none")
SHAKING = number_of("danger-now", "shaking")
WISHED = number_of("suicide-thoughts", "wish")
DEAD = words_of("suicide-thoughts", "wish").partition(": ")[2].partition(",")[0]
"""Words within one option only, and a cry for help."""

NUMBERED = "Please type a number from 1 to"


def options(*texts: str, none: str = "") -> tuple[Option, ...]:
    return tuple(
        Option(code=f"c{place}", text=text, exclusive=text == none)
        for place, text in enumerate(texts)
    )


WISH = replace(
    choice("a", {}, {"x": 1}),
    option=options("No", "I wished I was not here", "I thought of killing myself"),
)
MEDICINE = replace(
    choice("b", {}, {"x": 1}), option=options("No", "Yes", "Yes, and I feel sick")
)
PLAN = replace(
    choice("c", {}, {"x": 1}), option=options("Yes, and I follow it", "Not yet")
)
SEVERAL = replace(
    choices("t", {"x": 1}, {"x": 2}, {}),
    option=options("Fever", "No sleep at all", "None of these", none="None of these"),
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    speak(ENGLISH)
    yield
    speak(ENGLISH)


@pytest.fixture(scope="module")
def editions() -> Editions:
    return Editions(select(), "us")


def flat(output: str) -> str:
    """Return an output on one line."""
    return " ".join(output.split())


def visit(editions: Editions, typed: str, folder: Path) -> tuple[str, PlainVisit]:
    """Hold a visit in which these lines are typed; return its output."""
    says = io.StringIO()
    talk = Talk(io.StringIO(typed), says, load_help_lines("us"))
    asked = load_questionnaire(questionnaire_folder())
    held = PlainVisit(talk, asked, talk.help_lines, folder, editions=editions)
    assert held.hold() == 0
    return says.getvalue(), held


# Words that mean an answer


@pytest.mark.parametrize(
    ("item", "typed", "answer"),
    [
        (WISH, "no", "c0"),
        (WISH, "NOPE", "c0"),
        (WISH, "i wished", "c1"),
        (PLAN, "yes", "c0"),
        (PLAN, "sí", "c0"),
        (PLAN, "Yes, and I follow it.", "c0"),
        (MEDICINE, "no", "c0"),
        (SEVERAL, "none", ("c2",)),
        (SEVERAL, "nada", ("c2",)),
        (SEVERAL, "fever, no sleep", ("c0", "c1")),
        (SEVERAL, "1; 2", ("c0", "c1")),
    ],
)
def test_words_mean_the_one_answer_that_they_fit(
    item: object, typed: str, answer: object
) -> None:
    assert answer_in(item, typed) == answer  # type: ignore[arg-type]


FREQUENCY = replace(
    choice("f", {}, {"x": 1}),
    option=options("Not at all", "Several days", "Half the days", "Nearly every day"),
)


_TWO = """
2|2.|2)|(2)|#2|2!|²|２| 2|2nd|2º|2da|two|dos|the second|second one|la segunda
El Segundo|option 2|número dos|only the second|nomás la segunda
"""  # noqa: RUF001 - as some keyboards write it


@pytest.mark.parametrize("typed", _TWO.replace("\n", "|").strip("|").split("|"))
def test_a_number_is_understood_however_it_is_typed(typed: str) -> None:
    assert answer_in(FREQUENCY, typed) == "c1"
    assert answer_in(SEVERAL, typed) == ("c1",)


@pytest.mark.parametrize(
    "typed", ["1 and 2", "1 y 2", "one and two", "uno, dos", "1/2", "1 + 2", "1 & 2"]
)
def test_several_numbers_are_understood_where_several_may_be_ticked(typed: str) -> None:
    assert answer_in(SEVERAL, typed) == ("c0", "c1")
    with pytest.raises(NotUnderstoodError):
        answer_in(FREQUENCY, typed)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        *(("3", 3), ("3.0", 3), ("3,0", 3), ("three", 3), ("tres", 3), ("no", 0)),
        *(("about five", 5), ("como cinco", 5), ("veinte", 20)),
        *(("1 000", 1000), ("1.000", 1000), ("2,000", 2000)),
    ],
)
def test_an_amount_is_understood_however_it_is_typed(typed: str, amount: int) -> None:
    assert answer_in(number("n", (0, 2000, {"x": 1})), typed) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "2,5",
        "2.5",
        "½",
        "-1",
        "2 or 3",
        "20-30",
        "once",
        "no one",
        "a)",
        "1 00",
        "9999",
    ],
)
def test_what_may_be_another_amount_is_asked_again(typed: str) -> None:
    with pytest.raises(NotUnderstoodError):
        answer_in(number("n", (0, 2000, {"x": 1})), typed)


@pytest.mark.parametrize(
    ("item", "typed", "asks"),
    [
        (
            FREQUENCY,
            "2 or 3",
            "one of these:\n2. Several days\n3. Half the days\nPlease",
        ),
        (SEVERAL, "1 o 2", "one of these:\n1. Fever\n2. No sleep"),
        (FREQUENCY, "1-3", NUMBERED),
        (FREQUENCY, "0", NUMBERED),
        (FREQUENCY, "five", NUMBERED),
        (FREQUENCY, "maybe", NUMBERED),
        (SEVERAL, "one two nine", "one of these:\n1. Fever\n2. No sleep"),
        (replace(WISH, option=WISH.option[1:]), "yes", "Yes to which one?"),
        (SEVERAL, "yes", "Yes to which one?"),
        (MEDICINE, "yea", NUMBERED),
        (MEDICINE, "feel sick", "Do you mean “3. Yes, and I feel sick”?"),
        (WISH, "killing myself", "Do you mean “3. I thought of killing myself”?"),
        (WISH, "i", "That could be one of these:\n2. I wished"),
        (SEVERAL, "i took 2", "Do you mean “2. No sleep at all”? Type yes"),
        (FREQUENCY, "tomé 3 ayer", "Do you mean “3. Half the days”?"),
        (FREQUENCY, "i took 30", NUMBERED),
        (FREQUENCY, "3 or 4 times in 2 days", NUMBERED),
        (WISH, "i took 3 pills to kill myself", NUMBERED),
        (SEVERAL, "1, 3", "You chose “None of these” and another answer."),
        (SEVERAL, "", NUMBERED),
        (WISH, "what?", NUMBERED),
    ],
)
def test_what_is_not_certain_is_asked_back(item: object, typed: str, asks: str) -> None:
    with pytest.raises(NotUnderstoodError) as error:
        answer_in(item, typed)  # type: ignore[arg-type]
    assert asks in str(error.value)


@pytest.mark.parametrize(
    "typed", ["i took 3", "less than 3", "not 3", "3 of those pills", "ayer tomé 3"]
)
def test_a_number_in_a_sentence_is_asked_back(
    help_lines: HelpLines, typed: str
) -> None:
    says = io.StringIO()
    talk = Talk(io.StringIO(f"{typed}\nyes\n"), says, help_lines)
    asked = questionnaire(number("n", (0, 99, {"x": 1})))
    answered = ask(talk, Interview.start(asked))
    assert "Do you mean 3? Type yes, or another number." in says.getvalue()
    assert answered is not None
    assert answered.answers == {"n": 3}


@pytest.mark.parametrize("typed", ["3 times", "about 3 days", "como 3 veces", "3."])
def test_an_amount_with_its_unit_is_no_sentence(typed: str) -> None:
    assert answer_in(number("n", (0, 99, {"x": 1})), typed) == 3


def test_a_no_to_the_question_back_is_not_taken_for_the_answer_no(
    editions: Editions, tmp_path: Path
) -> None:
    typed = f"1\n{NO_DANGER}\n{DEAD}\nno\nexit\n"
    output, held = visit(editions, typed, tmp_path)
    assert "Please type the number of your answer, or skip." in output
    assert "suicide-thoughts" not in held.interview.answers


def test_a_yes_to_the_question_back_says_which_ticks_it_drops(
    editions: Editions, tmp_path: Path
) -> None:
    typed = f"1\n{SHAKING}\nback\nfainting\nyes\nexit\n"
    output, held = visit(editions, typed, tmp_path)
    assert f"No longer checked: {words_of('danger-now', 'shaking')}" in flat(output)
    assert held.interview.answers["danger-now"] == ("chest-pain",)


def test_a_yes_to_the_question_back_gives_the_answer(
    editions: Editions, tmp_path: Path
) -> None:
    output, held = visit(editions, "1\nfainting\nyes\nexit\n", tmp_path)
    chest_pain = words_of("danger-now", "chest-pain")
    number = number_of("danger-now", "chest-pain")
    assert f"Do you mean “{number}. {chest_pain}”?" in flat(output)
    assert held.interview.answers["danger-now"] == ("chest-pain",)


def test_a_cry_in_words_of_an_answer_is_answered_and_asked_about(
    editions: Editions, tmp_path: Path
) -> None:
    typed = f"1\n1\ng\n{DEAD}\nyes\nexit\n"
    output, held = visit(editions, typed, tmp_path)
    answered = output.rpartition("You do not have to go through this alone.")[2]
    assert "988" in answered.partition("Do you mean")[0]
    assert held.interview.answers["suicide-thoughts"] == "wish"
    assert Fact.CRY_FOR_HELP in held.facts


@pytest.mark.parametrize("typed", ["i took 40 pills", "30 more days and i kill myself"])
def test_a_number_in_a_cry_for_help_is_no_answer(
    help_lines: HelpLines, typed: str
) -> None:
    says = io.StringIO()
    talk = Talk(io.StringIO(f"{typed}\nexit\n"), says, help_lines)
    asked = questionnaire(number("n", (0, 99, {"x": 1})))
    with pytest.raises(Gone):
        ask(talk, Interview.start(asked))
    assert "call or text 988" in says.getvalue()
    assert Fact.CRY_FOR_HELP in talk.facts


def test_words_that_are_understood_are_read_back(
    editions: Editions, tmp_path: Path
) -> None:
    fever = words_of("danger-now", "fever")
    output, _ = visit(editions, f"1\n{fever[:15].lower()}\nexit\n", tmp_path)
    assert f"Understood as: {fever}" in flat(output)


# Cries for help


@pytest.mark.parametrize(
    "cry",
    ["I want to die", "please help me", "I DONT WANT TO DIE", "ayúdame por favor"],
)
@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="who answers"),
        pytest.param("1\n", id="a question"),
        pytest.param("1\n1\n", id="after a red flag"),
        pytest.param("1\n1\ns\n", id="the result"),
        pytest.param("1\n1\ns\nk\n", id="the folder"),
    ],
)
def test_a_cry_for_help_is_answered_at_every_prompt(
    editions: Editions, tmp_path: Path, before: str, cry: str
) -> None:
    output, held = visit(editions, f"{before}{cry}\nexit\n", tmp_path)
    rest = output.rpartition("alone.")[2]
    assert "You can talk with someone right now." in rest
    assert "call or text 988" in rest.partition("You have left")[0]
    assert cry not in output
    assert Fact.CRY_FOR_HELP in held.facts
    assert not list(tmp_path.iterdir())


def test_a_path_is_no_cry_for_help_whatever_its_folders_are_called(
    editions: Editions, tmp_path: Path
) -> None:
    folder = tmp_path / "Socorro" / "help me"
    folder.mkdir(parents=True)
    typed = f"1\n1\ns\nk\n{folder}\n\n"
    _, held = visit(editions, typed, tmp_path / "offered")
    assert Fact.CRY_FOR_HELP not in held.facts
    assert list(folder.iterdir())


def test_danger_from_another_is_answered_without_naming_it(
    editions: Editions, tmp_path: Path
) -> None:
    output, _ = visit(editions, "1\nmy husband hits me\nexit\n", tmp_path)
    answered = output.partition("All that fit")[2].partition("All that fit")[0]
    assert "Help lists them" in answered
    for word in ("hit", "husband", "violence", "799"):
        assert word not in answered.lower()


def test_an_overdose_is_answered_with_911_first(
    editions: Editions, tmp_path: Path
) -> None:
    output, _ = visit(editions, "1\ni took all my pills\nexit\n", tmp_path)
    answered = output.partition("All that fit")[2]
    assert answered.index("call 911") < answered.index("988")


def test_a_cry_stays_on_top_of_what_is_saved_and_its_words_do_not(
    editions: Editions, tmp_path: Path
) -> None:
    typed = "1\nI want to die\n1\ns\nk\n\n\n"
    visit(editions, typed, tmp_path)
    (file,) = tmp_path.glob("*.toml")
    summary = read_summary(file)
    assert Fact.CRY_FOR_HELP in summary.facts
    assert "want to die" not in file.read_text()


# Letters, empty lines and what was said before


@pytest.mark.parametrize("letter", ["s", "S", "u", "l", "y", "n", "x", "q"])
def test_a_bare_letter_neither_skips_nor_changes_the_language(
    editions: Editions, tmp_path: Path, letter: str
) -> None:
    output, held = visit(editions, f"1\n{letter}\n" * 1 + f"{letter}\n" * 9, tmp_path)
    assert held.interview.answers == {}
    assert held.interview.at == "danger-now"
    assert "Escriba" not in output.partition("Who are")[2]


@pytest.mark.parametrize("typed", ["unsure", "no sé", "I don't know"])
def test_where_unsure_is_no_way_on_what_is_one_is_said(
    editions: Editions, tmp_path: Path, typed: str
) -> None:
    before = f"1\n{NO_DANGER}\n{WISHED}\n"
    said, held = visit(editions, f"{before}{typed}\nexit\n", tmp_path)
    assert held.interview.at == "suicide-now"
    assert "the number of the answer that is closest, or skip" in said
    assert "I did not understand" not in said


@pytest.mark.parametrize("before", ["", "1\n1\n", "1\n1\ns\n"])
def test_where_nothing_can_be_skipped_no_letter_is_said_to_mean_it(
    editions: Editions, tmp_path: Path, before: str
) -> None:
    said, _ = visit(editions, f"{before}u\nexit\n", tmp_path)
    assert "To skip, type skip" not in said
    assert "Please type" in said


def test_skipping_a_safety_question_is_asked_once_more(
    editions: Editions, tmp_path: Path
) -> None:
    output, held = visit(editions, "1\nskip\n", tmp_path)
    assert "We ask once more" in output
    assert held.interview.answers == {}


def test_what_was_declined_is_said_when_one_comes_back(
    editions: Editions, tmp_path: Path
) -> None:
    output, held = visit(editions, "1\nskip\nskip\nback\n\nexit\n", tmp_path)
    assert "You said: skipped. An empty line keeps it." in output
    assert held.interview.answers["danger-now"] is Unknown.DECLINED
    assert held.interview.at == "suicide-thoughts"


@pytest.mark.parametrize("word", ["skip", "unsure"])
def test_an_answer_is_not_given_up_without_being_asked_about(
    editions: Editions, tmp_path: Path, word: str
) -> None:
    before = f"1\n{SHAKING}\n{WISHED}\nback\n"
    output, held = visit(editions, f"{before}{word}\n\nexit\n", tmp_path)
    assert "To take it back, type" in output
    assert held.interview.answers["suicide-thoughts"] == "wish"
    _said, held = visit(editions, f"{before}{word}\n{word}\n{word}\nexit\n", tmp_path)
    assert isinstance(held.interview.answers["suicide-thoughts"], Unknown)


@pytest.mark.parametrize("typed", ["idk", "dunno", "I'm not sure", "no sé", "ni idea"])
def test_not_sure_is_understood_in_many_words(
    editions: Editions, tmp_path: Path, typed: str
) -> None:
    _, held = visit(editions, f"1\nskip\nskip\n{typed}\n{typed}\nexit\n", tmp_path)
    assert held.interview.answers["suicide-thoughts"] is Unknown.UNSURE


def test_a_tick_that_is_gone_is_said(editions: Editions, tmp_path: Path) -> None:
    output, held = visit(editions, "1\n1, 2\ng\nback\n2\ng\nexit\n", tmp_path)
    assert "No longer checked: " in output
    assert len(held.interview.answers["danger-now"]) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["no", "ninguno", "back", "done"])
def test_a_word_that_declines_names_no_folder(
    editions: Editions, tmp_path: Path, typed: str
) -> None:
    output, held = visit(editions, f"1\n1\ns\nk\n{typed}\nexit\n", tmp_path)
    assert "To end without saving, type: exit." in output
    assert held.saved.files == ()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("word", ["stop it", "sí", "suicide"])
def test_only_the_letter_or_its_word_stops_after_a_red_flag(
    editions: Editions, tmp_path: Path, word: str
) -> None:
    output, _ = visit(editions, f"1\n1\n{word}\n", tmp_path)
    assert "Where your answers point" not in output


def test_all_help_lines_are_one_key_away_after_danger_from_another(
    editions: Editions, tmp_path: Path
) -> None:
    output, _ = visit(editions, "1\nhe will kill me\nh\nexit\n", tmp_path)
    answered, _, after = output.partition("type h or help")
    assert "799" not in answered
    assert "1-800-799-7233" in after


# Languages


@pytest.mark.parametrize(
    ("typed", "stops"),
    [
        ("g", False),
        ("continuar", False),
        ("seguir", False),
        ("sí", False),
        ("s", True),
        ("parar", True),
        ("no", True),
    ],
)
def test_spanish_words_do_what_the_letters_do_after_a_red_flag(
    editions: Editions, tmp_path: Path, typed: str, stops: bool
) -> None:
    output, _ = visit(editions, f"español\n1\n1\n{typed}\nexit\n", tmp_path)
    assert "Escriba g (continuar), o s (parar" in output
    assert ("Escriba k (guardar un resumen)" in output) is stops
    assert "Escriba una de estas letras" not in output


@pytest.mark.parametrize("typed", ["guardar", "guardar un resumen", "k"])
def test_spanish_words_keep_a_summary(
    editions: Editions, tmp_path: Path, typed: str
) -> None:
    output, _ = visit(editions, f"español\n1\n1\nparar\n{typed}\nexit\n", tmp_path)
    assert "La carpeta es" in output.rpartition("Escriba k")[2]


@pytest.mark.parametrize(
    ("before", "prompt"),
    [
        ("", "¿De quién son las respuestas?"),
        ("1\n", "¿Le está pasando algo de esto hoy?"),
        ("1\n1\n", "Escriba g"),
        ("1\n1\ns\n", "Escriba k"),
    ],
)
@pytest.mark.parametrize("word", ["español", "ESPANOL", "idioma", "language"])
def test_another_language_asks_the_same_again_and_stays(
    editions: Editions, tmp_path: Path, before: str, prompt: str, word: str
) -> None:
    output, _ = visit(editions, f"{before}{word}\nzzz\nexit\n", tmp_path)
    after = output.rpartition(prompt)[2]
    assert after != output
    assert "Please" not in after
    assert "Usted ha salido" in after


def test_the_check_of_answers_is_in_one_language(
    editions: Editions, tmp_path: Path
) -> None:
    asked = editions.edition("es").questionnaire
    empty = next(one for one in asked.item if one.link_id == "note")
    speak("es")
    assert answer_in_words(empty, "") == "nada"
