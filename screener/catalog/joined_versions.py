"""The ids and versions of questionnaires that are asked together."""

from collections.abc import Sequence

from screener.model import Questionnaire


def joined_id(core: Questionnaire, added: Sequence[Questionnaire]) -> str:
    """Return the id of questionnaires that are asked together."""
    return ".".join((core.id, *(part.id for part in added)))


def joined_version(core: Questionnaire, added: Sequence[Questionnaire]) -> str:
    """Return the version of questionnaires that are asked together."""
    return ".".join((core.version, *(f"{part.id}-{part.version}" for part in added)))


def part_versions(id: str, version: str) -> dict[str, str]:
    """Return the version of each part by its id, from a joined id and version.

    Args:
        id: The id of a questionnaire, or of several that were asked together.
        version: Its version.
    """
    names = id.split(".")
    for place in range(1, len(names)):  # an id may have a dot of its own
        core, part = ".".join(names[:place]), ".".join(names[place:])
        rest, marker, own = version.rpartition(f".{part}-")
        if marker:
            return {**part_versions(core, rest), part: own}
    return {id: version}
