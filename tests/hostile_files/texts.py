"""TOML texts that would take gigabytes or minutes to parse without limits."""

from collections.abc import Callable, Mapping

TEXTS: Mapping[str, Callable[[], str]] = {
    "a key of 60,000 parts": lambda: ".".join("a" * 60_000) + " = 1",
    "a key of 12,000 parts": lambda: ".".join("a" * 12_000) + " = 1",
    "a table of 60,000 parts": lambda: "[" + ".".join("a" * 60_000) + "]",
    "20,000 keys of 16 parts": lambda: "".join(
        f"{'a.' * 15}k{n} = 1\n" for n in range(19_900)
    ),
    "1,100 keys of 16 parts": lambda: "".join(
        f"{'a.' * 15}k{n} = 1\n" for n in range(1_100)
    ),
    "deep lists": lambda: "a = " + "[" * 400_000,
    "deep tables": lambda: "a = " + "{a = " * 150_000,
    "19,000 unknown keys": lambda: "".join(f"k{n} = 1\n" for n in range(19_000)),
    "9,000 tables": lambda: "".join(f"[a.b.c{n}]\n" for n in range(9_000)),
    "many tables of a list": lambda: "[[item]]\n" * 9_000,
    "many values": lambda: "a = [" + "1," * 490_000 + "]",
    "many short strings": lambda: "a = [" + '"",' * 330_000 + "]",
    "a long number": lambda: "a = " + "9" * 990_000,
    "a long number in hexadecimal": lambda: "a = 0x" + "f" * 990_000,
    "a long fraction": lambda: "a = 1." + "9" * 990_000,
    "a huge exponent": lambda: "a = 1e999999999",
    "a day with a long fraction": lambda: "a = 2026-01-01T00:00:00." + "9" * 990_000,
    "a day that is none": lambda: "a = 9999-99-99T99:99:99+99:99",
    "a long key": lambda: "k" * 990_000 + " = 1",
    "a long key in quotation marks": lambda: '"' + "k" * 990_000 + '" = 1',
    "a long text": lambda: 'title = "' + "x" * 990_000 + '"',
    "a long text in lines": lambda: 'title = """' + "x\n" * 490_000 + '"""',
    "a text of escapes": lambda: 'title = "' + "\\u001b" * 160_000 + '"',
    "quotation marks": lambda: "a = " + '"' * 990_000,
    "a text that is not closed": lambda: 'a = """' + '\\"""' * 240_000,
    "backslashes": lambda: 'a = "' + "\\" * 990_000,
    "backslashes and quotation marks": lambda: 'a = "' + '\\"' * 490_000,
    "comments": lambda: "#\n" * 490_000,
    "blanks": lambda: " " * 990_000,
    "empty lines": lambda: "\n" * 990_000,
    "more than 1 MB": lambda: "#" * 20_000_000,
}
