"""`screener items` lists the questions in asking order."""

import json
from typing import Any

import pytest

from screener.cli import main
from tests.cli.command import ON_SMALL
from tests.small import small


@pytest.fixture
def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert main(["items", "--json", *ON_SMALL]) == 0
    table: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return table


def test_items_come_in_asking_order(listed: list[dict[str, Any]]) -> None:
    assert [item["link_id"] for item in listed] == list(small().items)


def test_every_item_has_every_key_of_the_format(listed: list[dict[str, Any]]) -> None:
    keys = {"link_id", "section", "text", "type", "options", "enable_when"}
    assert all(keys | {"why", "cite"} <= set(item) for item in listed)
    assert {item["type"] for item in listed} == {"choice", "choices", "number", "text"}


def test_options_have_their_codes_and_texts(listed: list[dict[str, Any]]) -> None:
    assert listed[1]["options"][0] == {"code": "no", "text": "No"}


def test_a_condition_is_told_as_it_is_written(listed: list[dict[str, Any]]) -> None:
    assert listed[0]["enable_when"] is None
    assert listed[1]["enable_when"] == {"item": "thoughts", "at_least": "better-off"}


def test_a_number_has_its_span_and_no_options(listed: list[dict[str, Any]]) -> None:
    (number,) = [item for item in listed if item["type"] == "number"]
    assert number["options"] == []
    assert [number[key] for key in ("minimum", "maximum", "unit")] == [0, 30, "days"]


def test_the_text_names_every_item_and_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["items", *ON_SMALL]) == 0
    shown = capsys.readouterr().out
    for item in small().item:
        assert f"  {item.link_id} ({item.type})\n    {item.text}\n" in shown
    assert "      none       None of these\n" in shown
