"""The options that select the questionnaires and how they are asked."""

import argparse
import os

from screener.cli.paths import a_folder, a_path
from screener.language import N_, _
from screener.wanted_language import CODES, language_code

THEMES = ("dark", "light", "high-contrast")


def add_interview(parser: argparse.ArgumentParser) -> None:
    """Add the options of an interview."""
    group = parser.add_argument_group(N_("the questions"))
    add_questionnaire(group, default=None)
    group.add_argument(
        "--plain",
        action="store_true",
        help=N_("ask line by line, for screen readers and pipes"),
    )
    group.add_argument(
        "--quick",
        action="store_true",
        help=N_("ask only what can change where the answers point"),
    )
    group.add_argument(
        "--save-as-i-go",
        action="store_true",
        help=N_("save each answer at once, to pick up there if you are cut off"),
    )
    group.add_argument(
        "--counselor",
        action="store_true",
        help=N_("walk a client through: own ratings, notes, both views side by side"),
    )
    group.add_argument(
        "--initials",
        default="",
        metavar="AB",
        help=N_("yours, for what you set down (asked for unless given)"),
    )
    group.add_argument(
        "--client",
        metavar="CODE",
        help=N_("the client's code (not a name), told in the summary"),
    )
    group.add_argument(
        "--kiosk",
        action="store_true",
        help=N_("one visitor after the other, until staff leaves with the PIN"),
    )
    add_config(group)
    group.add_argument(
        "--region",
        default=os.environ.get("SCREENER_REGION") or "us",
        metavar="NAME",
        help=N_(
            "whose help lines are shown: us or us-ct (default: $SCREENER_REGION, or us)"
        ),
    )
    add_language(
        group,
        N_(
            "the language to begin in: en or es; F2 changes it at any time "
            "(default: that of your computer)"
        ),
        default=None,
    )
    group.add_argument(
        "--theme", choices=THEMES, default="dark", help=N_("colors (default: dark)")
    )
    group.add_argument(
        "--save-to",
        type=a_folder,
        metavar="FOLDER",
        help=N_(
            "where to offer to keep the summary; nothing is kept unless you say so"
        ),
    )


def add_config(group: "argparse._ActionsContainer") -> None:
    """Add the option for a kiosk's settings file."""
    group.add_argument(
        "--config",
        type=a_path,
        metavar="FILE",
        help=N_("a kiosk's settings, in TOML"),
    )


def add_json(command: argparse.ArgumentParser, help: str = "") -> None:
    """Add `--json`.

    Args:
        command: The parser of the command.
        help: The help text; by default, that the output is one JSON object.
    """
    command.add_argument(
        "--json", action="store_true", help=help or N_("as one JSON object")
    )


def add_language(
    group: "argparse._ActionsContainer",
    help: str = "",
    default: str | None = argparse.SUPPRESS,
) -> None:
    """Add `--lang`, which may stand before or after the name of a command.

    Args:
        group: The parser or group.
        help: The help text; by default, that it sets the language of the output.
        default: The default code. A command has none, so that it does not override an
            option before its name.
    """
    group.add_argument(
        "--lang",
        type=_language,
        default=default,
        metavar="CODE",
        help=help or N_("the language of what is written: en or es"),
    )


def _language(written: str) -> str:
    """Return the code of a language, which may be written as a locale."""
    code = language_code(written)
    if code not in CODES:
        known = _(" or ").join(CODES)
        raise argparse.ArgumentTypeError(
            _("there is no language {written}. Choose {known}.").format(
                written=written, known=known
            )
        )
    return code


def add_questionnaire(
    group: "argparse._ActionsContainer", default: str | None = argparse.SUPPRESS
) -> None:
    """Add the questionnaires, which may stand before or after the name of a command.

    Args:
        group: The parser or group.
        default: The default questionnaire. A command has none, so that it does not
            override an option before its name.
    """
    several = argparse.SUPPRESS if default is argparse.SUPPRESS else []
    group.add_argument(
        "--questionnaire",
        default=default,
        metavar="ID|FOLDER",
        help=N_("what is asked (default: level-of-care)"),
    )
    group.add_argument(
        "--add",
        action="append",
        default=several,
        metavar="ID|FOLDER",
        help=N_("ask this in the same visit, such as phq-9; may be given again"),
    )
    add_folders(group, several)


def add_folders(group: "argparse._ActionsContainer", default: object) -> None:
    """Add the option for folders with more questionnaires.

    Args:
        group: The parser or group.
        default: The default folders.
    """
    group.add_argument(
        "--questions",
        action="append",
        type=a_path,
        default=default,
        metavar="FOLDER",
        help=N_("a folder with questionnaires of your own; may be given again"),
    )
