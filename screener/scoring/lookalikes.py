"""Letters of other scripts, and symbols, that look like Latin ones (`s\u0443icide`).

Compatibility forms such as full-width letters are left to Unicode normalization.
"""

_ALIKE = {
    "a": "\u0410\u0430\u0391\u03b1\u0251\u1d00",
    "b": "\u0412\u042c\u044c\u0392\u0299",
    "c": "\u0421\u0441\u1d04",
    "d": "\u0501\u0111\u1d05",
    "e": "\u0415\u0435\u0395\u03b5\u0454\u1d07",
    "f": "\ua730",
    "g": "\u0261\u050d\u0262",
    "h": "\u041d\u04bb\u0397\u029c",
    "i": "\u0406\u0456\u0399\u03b9\u0131\u0269\u026a",
    "j": "\u0408\u0458\u1d0a\u03f3",
    "k": "\u041a\u043a\u039a\u03ba\u1d0b",
    "l": "\u04c0\u04cf\u0142\u029f",
    "m": "\u041c\u043c\u039c\u1d0d",
    "n": "\u039d\u03b7\u043f\u0274\u0578",
    "o": "\u041e\u043e\u039f\u03bf\u00f8\u1d0f\u03c3",
    "p": "\u0420\u0440\u03a1\u03c1\u1d18",
    "q": "\u051b",
    "r": "\u0433\u0280",
    "s": "\u0405\u0455\ua731",
    "t": "\u0422\u0442\u03a4\u03c4\u1d1b",
    "u": "\u03c5\u0446\u057d\u1d1c",
    "v": "\u03bd\u0475\u1d20",
    "w": "\u051d\u03c9\u0448\u1d21",
    "x": "\u0425\u0445\u03a7\u03c7",
    "y": "\u0423\u0443\u03a5\u03b3\u028f",
    "z": "\u0396\u1d22",
}
"""Cyrillic, Greek, Armenian letters and small capitals, by Latin letter."""
_ALPHABETS = (0x1F150, 0x1F170, 0x1F1E6)
"""The first letters of the circled, squared and regional-indicator alphabets."""
_SIGNS = {"\U0001f198": " sos ", "\U0001f691": " ambulance "}

LATIN: dict[int, str] = (
    {ord(char): letter for letter, chars in _ALIKE.items() for char in chars}
    | {first + n: chr(ord("a") + n) for first in _ALPHABETS for n in range(26)}
    | {ord(sign): word for sign, word in _SIGNS.items()}
)
"""A table for `str.translate`."""
