"""What is sent as a file stays in memory: a list of voters never lies unsealed on the disk."""

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from typing_extensions import override


class OnlyCounted(FileUploadHandler):
    """Comes after the handler that keeps files in memory: of what is larger it keeps the size alone.

    Every form refuses such a file by its size, in words; Django's own handler would have written it unsealed
    into the folder for temporary files.
    """

    @override
    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Drop it."""
        return None

    @override
    def file_complete(self, file_size: int) -> UploadedFile:
        """A file without content that says how large it was."""
        made = SimpleUploadedFile(self.file_name or "-", b"", self.content_type or "")
        made.size = file_size
        return made
