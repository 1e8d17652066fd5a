"""The file of cries for help says what is wrong with it, and is cached like others."""

from pathlib import Path

import pytest

from screener.catalog.cries_file import read_cries_for_help
from screener.catalog.cries_for_help import load_cries_for_help
from screener.catalog.folders import questions_folder
from screener.errors import QuestionnaireError

_SHIPPED = (questions_folder() / "cries-for-help.toml").read_text()


@pytest.mark.parametrize(
    ("right", "wrong", "says"),
    [
        ('cite = "nimh-signs"', 'cite = "nobody"', "`nobody`"),
        ('reply = "private"', 'reply = "shout"', "reply"),
        ('"kys|unalive*', '"kys||unalive*', "without a word"),
        ('"kys|unalive*', '"_ kys|unalive*', "beginning or end"),
        ('"kys|unalive*', '"kys __", "kys|unalive*', "beginning or end"),
        ('"kys|unalive*', '"wanna|unalive*', "`wanna` is under [spelling]"),
        ('"kys|unalive*', '"<nobody> kys|unalive*', "no list `nobody`"),
        ('guns = "gun', 'guns = "<guns>|gun', "names itself"),
        ('guns = "gun', 'guns = "wanna|gun', "`wanna` is under [spelling]"),
        ("[right_as_written]", "[right_as_writen]", "right_as_written"),
    ],
)
def test_a_mistake_in_the_phrases_is_named(
    tmp_path: Path, right: str, wrong: str, says: str
) -> None:
    path = tmp_path / "cries-for-help.toml"
    assert right in _SHIPPED
    path.write_text(_SHIPPED.replace(right, wrong))
    with pytest.raises(QuestionnaireError) as error:
        read_cries_for_help(path)
    assert says in str(error.value)
    assert path.name in str(error.value)


def test_the_shipped_phrases_are_usable_in_both_languages() -> None:
    for group in load_cries_for_help().group:
        assert group.en
        assert group.es
