"""Keeping a process's memory to itself, as far as the system lets it."""

import ctypes
import os
import resource
import sys

_PR_SET_DUMPABLE, _MCL_CURRENT, _MCL_FUTURE = 4, 1, 2


def keep_memory_private() -> None:
    """Write no core dump, let no other process look in, and stay out of swap.

    Staying out of swap needs the right to lock any amount of memory
    (`LimitMEMLOCK=infinity` in the unit file); without it, only `MemorySwapMax=0` or a
    machine without swap keeps pages off the disk.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    # Under a limit, a lock on future pages would make an allocation fail later.
    unlimited = resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] == resource.RLIM_INFINITY
    if unlimited or os.geteuid() == 0:
        libc.mlockall(_MCL_CURRENT | _MCL_FUTURE)
