"""The command line: arguments, exit codes, and the only place that prints errors."""

_NO_ROOM = """\
There is too little memory to run, or too many files are open. Close other programs.
Falta memoria, o hay demasiados archivos abiertos. Cierre otros programas.
988 (en español: 988 y oprima 2). 911.
"""
"""In both languages, as there may be no memory to load a catalog."""


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
    except RuntimeError as error:
        # Python 3.11 wraps what interrupts it while it makes a class.
        if not isinstance(error.__cause__, KeyboardInterrupt):
            raise
        return 130
    except (MemoryError, OSError, ImportError) as error:
        if not _is_out_of_resources(error):
            raise
        import os

        os.write(2, _NO_ROOM.encode())
        return 1


def _is_out_of_resources(error: Exception) -> bool:
    """Return whether memory or file descriptors ran out."""
    import errno

    if isinstance(error, OSError):
        return error.errno in (errno.EMFILE, errno.ENFILE, errno.ENOMEM)
    # A C extension that does not fit into memory fails with an import error.
    return isinstance(error, MemoryError) or "failed to map" in str(error)
