"""`docs/architecture.md` draws the layers as they are; its walks are real functions."""

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
STEP = re.compile(r"`(screener/[\w/]+\.py)`((?:,?\s+(?:and\s+)?`\w+`)*)")


def test_the_drawing_has_the_layers_of_the_contract() -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = table["tool"]["importlinter"]["contracts"]
    (layers,) = (one["layers"] for one in contracts if one["type"] == "layers")
    drawn = re.findall(r'^    l\d+\["(.+)"\]$', TEXT, re.MULTILINE)
    assert drawn == [layer.replace("screener.", "") for layer in layers]


def test_each_step_of_a_walk_is_a_function_of_its_file() -> None:
    steps = STEP.findall(TEXT)
    assert len(steps) > 15
    for file, names in steps:
        code = (ROOT / file).read_text(encoding="utf-8")
        functions = {
            node.name
            for node in ast.walk(ast.parse(code))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        }
        named = re.findall(r"`(\w+)`", names)
        assert named, file
        assert set(named) <= functions, file
