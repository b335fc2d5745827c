"""Looks at processes that a test started, and at those that they started."""

from __future__ import annotations

import os
import time

# Seconds: a busy machine takes its time.
_PATIENCE = 30


def is_there(process: int) -> bool:
    """Tell whether a process runs."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def ends(process: int) -> bool:
    """Wait for a process to end, and tell whether it does."""
    end = time.monotonic() + _PATIENCE
    while is_there(process) and time.monotonic() < end:
        time.sleep(0.1)
    return not is_there(process)
