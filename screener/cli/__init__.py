"""The command line: arguments, exit codes, and the only place that prints errors."""


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
