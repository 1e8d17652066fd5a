"""The command line: arguments, exit codes, and the only place that prints errors."""

_NO_ROOM = """\
There is too little memory to run, or too many files are open. Close other programs.
Falta memoria, o hay demasiados archivos abiertos. Cierre otros programas.
988 (en español: 988, opción 2). 911.
"""
"""In both languages: where even this cannot be translated, no catalog can be read."""


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for.

    Everything is imported inside, so that Ctrl+C is as quiet while that is going on.

    Args:
        arguments: The arguments; those of the process unless given.

    Returns:
        The exit code.
    """
    try:
        import sys

        from screener.cli.entry import run

        return run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 130
    except (MemoryError, OSError, ImportError) as error:
        if not _is_for_want_of_room(error):
            raise
        import os

        os.write(2, _NO_ROOM.encode())
        return 1


def _is_for_want_of_room(error: Exception) -> bool:
    """Whether the system had no more memory or files to give, at any moment."""
    import errno

    if isinstance(error, OSError):
        return error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM)
    # A part in C that memory is too short for fails as if it could not be used.
    return isinstance(error, MemoryError) or "failed to map" in str(error)
