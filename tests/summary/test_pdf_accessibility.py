"""The PDF can be read by ear: checked with a library that did not write it."""

import io
from collections.abc import Iterator
from itertools import pairwise

import pikepdf
import pytest

from screener.summary import to_pdf
from tests.small import GRAVE, HALF, summary_of
from tests.summary.pdf_reading import tags_of


@pytest.fixture(params=[GRAVE, HALF, {}])
def opened(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(to_pdf(summary_of(request.param)))) as pdf:
        yield pdf


def test_it_is_tagged_and_says_so(opened: pikepdf.Pdf) -> None:
    assert bool(opened.Root.MarkInfo.Marked)
    with opened.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"


def test_it_names_its_language_and_shows_its_title(opened: pikepdf.Pdf) -> None:
    assert str(opened.Root.Lang) == "en"
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    with opened.open_metadata() as about:
        assert about["dc:title"] == summary_of(GRAVE).questionnaire.title


def test_headings_stand_in_order_and_none_is_jumped_over(opened: pikepdf.Pdf) -> None:
    levels = [int(tag[2:]) for tag, _ in tags_of(opened) if tag[:2] == "/H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert levels.count(2) >= 8
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_picture_is_told_in_words(opened: pikepdf.Pdf) -> None:
    told = [alt for tag, alt in tags_of(opened) if tag == "/Figure"]
    assert len(told) >= 2
    assert all(told)
    assert told[0].startswith("Level of care, a ladder of 4 steps from mild to grave: ")
    assert told[0].endswith(".")


def test_points_are_lists(opened: pikepdf.Pdf) -> None:
    tags = [tag for tag, _ in tags_of(opened)]
    assert tags.count("/L") >= 5
    assert tags.count("/LI") == tags.count("/LBody")


def test_the_range_is_told_in_the_words_of_the_picture() -> None:
    with pikepdf.open(io.BytesIO(to_pdf(summary_of({})))) as pdf:
        told = next(alt for tag, alt in tags_of(pdf) if tag == "/Figure")
    assert "Not known yet, maybe Residential care." in told


def test_it_can_be_searched_and_holds_its_fonts(opened: pikepdf.Pdf) -> None:
    fonts = [
        font for page in opened.pages for font in page.Resources.Font.as_dict().values()
    ]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        for descendant in font.DescendantFonts.as_list():
            assert {"/FontFile2", "/FontFile3"} & set(descendant.FontDescriptor.keys())
