"""Runs a command and records what it used; small, as its own memory would count.

    python launcher.py FILE COMMAND...

The file gets the kilobytes of the largest process, and seconds of the processor.
"""

import os
import resource
import sys

child = os.fork()
if not child:
    os.execv(sys.argv[2], sys.argv[2:])
os.waitpid(child, 0)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w", encoding="ascii") as file:
    file.write(f"{used.ru_maxrss} {used.ru_utime + used.ru_stime}")
