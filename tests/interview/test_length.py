"""How long a visit will be, in words."""

import pytest

from screener.interview.length import span_in_words
from screener.language import speaking
from screener.model import Length


@pytest.mark.parametrize(
    ("fewest", "most", "english", "spanish"),
    [
        (1, 1, "1 question, about 1 minute", "1 pregunta, cerca de 1 minuto"),
        (3, 3, "3 questions, about 1 minute", "3 preguntas, cerca de 1 minuto"),
        (1, 4, "1 to 4 questions, about 1 minute", "De 1 a 4 preguntas, cerca de"),
        (9, 21, "9 to 21 questions, about 5 minutes", "De 9 a 21 preguntas, unos 5"),
    ],
)
def test_one_is_told_as_one(fewest: int, most: int, english: str, spanish: str) -> None:
    length = Length(of="sha256:" + 64 * "0", fewest=fewest, most=most, most_quick=most)
    assert span_in_words(length) == english
    with speaking("es"):
        assert span_in_words(length).startswith(spanish)
