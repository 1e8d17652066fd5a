"""What a package offers is there, though it is loaded only when it is asked for."""

import pkgutil
from importlib import import_module

import pytest

import screener
from screener.lazy import attach

PACKAGES = [
    one.name
    for one in pkgutil.iter_modules(screener.__path__, "screener.")
    if one.ispkg and hasattr(import_module(one.name), "__getattr__")
]


def test_some_do_it() -> None:
    assert "screener.catalog" in PACKAGES


@pytest.mark.parametrize("package", PACKAGES)
def test_all_that_is_offered_is_there(package: str) -> None:
    module = import_module(package)
    for name in module.__all__:
        found = getattr(module, name)
        assert getattr(found, "__name__", name) == name
        assert getattr(found, "__module__", package).startswith(package)


def test_no_name_is_that_of_a_module() -> None:
    with pytest.raises(ValueError, match=r"called like its modules: .'saving'"):
        attach("package", {"saving": "save saving"})


@pytest.mark.parametrize("package", PACKAGES)
def test_nothing_else_is(package: str) -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        import_module(package).nonsense  # noqa: B018 - to ask for it is all
