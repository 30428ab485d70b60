"""The one place that knows the compiler."""

from collections.abc import Callable
from typing import Any, TypeVar

import numba

Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def compiled(kernel: Kernel) -> Kernel:
    """Compile on the first call, without Python's lock; keep the machine code on disk where that is allowed.

    numba looks only at the file of a function when it asks whether the code on disk is stale, so a kernel
    calls no kernel of another file.
    """
    try:
        machine: Kernel = numba.njit(kernel, cache=True, nogil=True)
    except RuntimeError:  # no folder to write to
        machine = numba.njit(kernel, nogil=True)
    return machine
