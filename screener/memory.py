"""How much memory is free for this process."""

import math
import sys
from pathlib import Path, PurePosixPath

_CGROUPS = Path("/sys/fs/cgroup")


def free_memory() -> int:
    """Return the bytes that can be used without swapping or being killed for it."""
    import psutil

    free = int(psutil.virtual_memory().available)
    return min(free, *_rooms(_own_cgroup()), free)


def room_to_grow() -> float:
    """Return the bytes that this process may allocate before its limit.

    Infinite unless a limit is set, for example by `ulimit -v`.
    """
    if sys.platform == "win32":
        return math.inf
    import resource

    limit, _hard = resource.getrlimit(resource.RLIMIT_AS)
    if limit == resource.RLIM_INFINITY:
        return math.inf
    import psutil

    return max(0, limit - int(psutil.Process().memory_info().vms))


def _own_cgroup() -> PurePosixPath:
    """Return the control group of this process, where the system has such groups."""
    try:
        lines = Path("/proc/self/cgroup").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return PurePosixPath("/")
    found = (line.removeprefix("0::/") for line in lines if line.startswith("0::/"))
    return PurePosixPath("/", next(found, ""))


def _rooms(group: PurePosixPath) -> list[int]:
    """Return what the limits of a group, and of those above it, leave free.

    systemd sets such a limit for `MemoryMax=`, and containers have one.
    """
    rooms = []
    for level in (group, *group.parents):
        folder = _CGROUPS / level.relative_to("/")
        try:
            limit = int((folder / "memory.max").read_text(encoding="ascii"))
            used = int((folder / "memory.current").read_text(encoding="ascii"))
        except (OSError, ValueError):  # no such group, or the word "max"
            continue
        rooms.append(max(0, limit - used))
    return rooms
