"""Names of a package that load their module when they are first asked for.

A package tells in its `__init__.py` what it offers. Where some of that is wanted
right after the command, and the rest takes longer to load, it is told this way.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def attach(package: str, names: Mapping[str, str]) -> Callable[[str], Any]:
    """Make a package's `__getattr__` (PEP 562).

    Args:
        package: Its name.
        names: What it offers, under each of its modules; a blank between two names.

    Raises:
        ValueError: If a name is that of a module too, which would be found instead.
    """
    modules = {name: module for module, told in names.items() for name in told.split()}
    if both := modules.keys() & names.keys():
        raise ValueError(f"{package!r} offers what is called like its modules: {both}")

    def found(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return found
