"""Writes a file whole or not at all."""

import os
import tempfile
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
    target = file.resolve()
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_masked()
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as beside:
        try:
            beside.write(text)
            beside.flush()
            os.fsync(beside.fileno())
            Path(beside.name).chmod(mode)
            Path(beside.name).replace(target)
        except BaseException:
            Path(beside.name).unlink()
            raise


def _masked() -> int:
    """The mask that the person's shell sets for new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
