"""The name under which package installers know this program."""

NAME = "level-of-care-screener"
"""Not `screener`: a package of that name in the public index is somebody else's."""


def install_command(extra: str) -> str:
    """Return the command that installs this program with one of its extras.

    Args:
        extra: The name of the extra, such as `pdf`.
    """
    return f"pip install '{NAME}[{extra}]'"
