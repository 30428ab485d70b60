"""Writes a file whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEVICES = Path("/dev")


def write_whole(file: Path, text: str) -> None:
    """Write beside the file and put it in its place; what stood there stays until the new one is whole.

    A device, a terminal or a pipe cannot be replaced and is written to as it is.

    Raises:
        OSError: the file cannot be written; whatever stood there before is still there.
    """
    if _DEVICES in file.absolute().parents or (file.exists() and not file.is_file()):
        file.write_text(text, encoding="utf-8")
        return
    with whole(file) as beside:
        beside.write_text(text, encoding="utf-8")


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """A file beside it to write to, which takes its place once it is whole.

    Raises:
        OSError: the file cannot be written; whatever stood there before is still there.
    """
    target = file.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_masked()
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as made:
        beside = Path(made.name)
    try:
        yield beside
        with beside.open("rb+") as written:
            os.fsync(written.fileno())
        beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink()
        raise


def _masked() -> int:
    """The mask that the person's shell sets for new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
