"""Pictures of the pages of files that are held, drawn in a process of their own and kept for a while."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from struct import unpack
from threading import Lock
from types import TracebackType
from typing import Self

from ingest.errors import NoPicture, UnreadableFile
from ingest.reader import content_of
from ingest.worker import ReadingProcess

# As wide as a page is ever shown, and fine enough to read the small print of a page of letter size.
WIDEST = 1200
PICTURED_FORMATS = frozenset({"pdf", "png", "jpeg", "tiff"})
_SECONDS_A_PAGE = 10.0
_MEMORY_A_PAGE = 700_000_000
_SECONDS_TO_WAIT = 15.0
_MOST_BYTES_KEPT = 48_000_000
_MOST_KEPT = 200
# Where a PNG says its width and its height.
_SIZE = slice(16, 24)


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as the bytes of a PNG, ``width`` by ``height`` pixels."""

    png: bytes
    width: int
    height: int


class PagePictures:
    """Draws pages, one at a time, for any number of threads; ``with`` ends the process that it draws in."""

    def __init__(self, *, seconds_a_page: float = _SECONDS_A_PAGE) -> None:
        """Start nothing yet."""
        self._process = ReadingProcess(seconds_a_file=seconds_a_page, memory_a_file=_MEMORY_A_PAGE)
        self._drawing = Lock()
        # By the file's digest and the page, the one asked for last at the end; a sentence says why one cannot be drawn.
        self._kept: OrderedDict[tuple[str, int], PagePicture | str] = OrderedDict()

    def __enter__(self) -> Self:
        """What draws, its process started."""
        self._process.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process."""
        with self._drawing:
            self._process.__exit__(kind, error, trace)

    def picture(self, path: Path, sha256: str, file_format: str, page: int) -> PagePicture:
        """The page of that 1-based number of a file, at most 1200 pixels wide.

        Args:
            path: the file, which is read again each time, to be sure that it is still the one that was read.
            sha256: the digest of the file's bytes when it was read.
            file_format: one of ``PICTURED_FORMATS``.
            page: the page's number.

        Raises:
            NoPicture: the file has changed or vanished, has no such page, or the page cannot be drawn within bounds.
            IngestError: the process that draws does not start.
        """
        content = _unchanged_content(path, sha256)
        if not self._drawing.acquire(timeout=_SECONDS_TO_WAIT):
            raise NoPicture("too many pages are being drawn at once; try again in a moment", is_changed=False)
        try:
            drawn = self._kept.pop((sha256, page), None) or self._drawn(content, file_format, page)
            self._keep((sha256, page), drawn)
        finally:
            self._drawing.release()
        if isinstance(drawn, str):
            raise NoPicture(drawn, is_changed=False)
        return drawn

    def _drawn(self, content: bytes, file_format: str, page: int) -> PagePicture | str:
        try:
            png = self._process.page_picture(content, file_format, page, widest=WIDEST)
        except UnreadableFile as refusal:
            return str(refusal)
        return PagePicture(png, *unpack(">II", png[_SIZE]))

    def _keep(self, of: tuple[str, int], drawn: PagePicture | str) -> None:
        self._kept[of] = drawn
        while len(self._kept) > _MOST_KEPT or self._bytes_kept() > _MOST_BYTES_KEPT:
            self._kept.popitem(last=False)

    def _bytes_kept(self) -> int:
        return sum(len(each.png) for each in self._kept.values() if isinstance(each, PagePicture))


def _unchanged_content(path: Path, sha256: str) -> bytes:
    try:
        content = content_of(path)
    except UnreadableFile as error:
        raise NoPicture(f"the file is not there any more: {error}", is_changed=True) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise NoPicture("the file has changed since it was read", is_changed=True)
    return content
