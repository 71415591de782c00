"""Zips that strangers made: opened only where they are small, whole and packed as everybody packs."""

from __future__ import annotations

import errno
import struct
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import IO

from smmkit.words import Message, say

MAX_DIRECTORY = 8 * 2**20
"""Bytes of the list of what is in a zip; each entry takes ten times as many of memory."""

BLOCK = 2**18
"""Bytes that are unpacked at once."""

METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Stored and deflate. Why: others blow a kilobyte up to gigabytes before the first byte is seen."""

LOCAL = struct.Struct("<26x2H")
"""What stands before the bytes of a file: last, how long its name is, and what is added to that."""

SIZES = struct.Struct("<18x2L")
"""In the same place: how long it says that the file is, packed and unpacked."""

STREAMED, AFTERWARDS, NOTHING = 8, frozenset({12, 16, 20, 24}), frozenset({0})
"""The flag of a file that says its sizes only after its bytes, and how many bytes that takes, or does not."""

LARGE = (0xFFFFFFFF, 0xFFFFFFFF)
"""The sizes of a file of more than 4 GB, which stand further on."""

BYTES_64 = 76
"""What more a large zip has between its list and its end."""

END, END_64, LOCATOR_64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"


class ArchiveError(Exception):
    """A zip, or a part of one, that is not opened, and why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def opened(stream: IO[bytes], kind: type[zipfile.ZipFile] = zipfile.ZipFile) -> zipfile.ZipFile:
    """The zip in a file, read by `kind`.

    Raises:
        ArchiveError: it has too many entries, or several share their bytes.
        zipfile.BadZipFile: it is none, or damaged; on broken bytes others as well.
    """
    if directory_size(stream) > MAX_DIRECTORY:
        raise ArchiveError(say("it holds too many files"))
    try:
        archive = kind(stream)
    except OSError as error:  # to go to a place before its first byte is what a disk calls invalid
        if error.errno != errno.EINVAL:
            raise
        raise zipfile.BadZipFile from error
    ends = sorted((e.header_offset, e.header_offset + e.compress_size) for e in archive.infolist())
    if ends and ends[0][0] < 0:
        raise zipfile.BadZipFile
    if any(end > start for (_, end), (start, _) in pairwise(ends)):
        raise ArchiveError(say("files in it share their bytes, so that it unpacks without end"))
    return archive


def directory_size(stream: IO[bytes]) -> int:
    """How many bytes the zip says that its list of entries has; what is no zip says nothing."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 2**16 - 22))
    tail = stream.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) < at + 22:
        return 0
    claimed: int = struct.unpack_from("<L", tail, at + 12)[0]
    if tail[max(0, at - 20) : at].startswith(LOCATOR_64):
        stream.seek(min(struct.unpack_from("<Q", tail, at - 12)[0], size))
        head = stream.read(56)
        if head.startswith(END_64) and len(head) == 56:
            claimed = struct.unpack_from("<Q", head, 40)[0]
    return min(claimed, size)


def blocks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of an entry, a block at a time; no more than the zip says that there are.

    Raises:
        ArchiveError: it is packed otherwise or encrypted, or holds fewer bytes than the zip says.
        zipfile.BadZipFile: it is damaged; on broken bytes others as well.
    """
    if entry.flag_bits & 1 and not archive.pwd:
        raise ArchiveError(say("is encrypted; extract it with its password first"))
    if entry.compress_type not in METHODS:
        raise ArchiveError(say("is packed in a way that is not read; pack it again as a plain zip"))
    size = 0
    with archive.open(entry) as stream:
        while block := stream.read(BLOCK):
            size += len(block)
            yield block
    if size != entry.file_size:
        raise ArchiveError(say("holds other than what the zip says of it"))


def is_read_in_one_way(archive: zipfile.ZipFile, stream: IO[bytes]) -> bool:
    """Whether each byte of a zip belongs to one of its files or to the list of them.

    Why: programs that read a zip from its front, or by the head of each file, would unpack others.
    """
    gone, room = 0, NOTHING
    for entry in sorted(archive.infolist(), key=lambda e: e.header_offset):
        stream.seek(entry.header_offset)
        head = stream.read(LOCAL.size)
        if entry.header_offset - gone not in room or len(head) < LOCAL.size:
            return False
        sizes = SIZES.unpack_from(head)
        is_streamed = entry.flag_bits & STREAMED
        if not is_streamed and sizes not in {(entry.compress_size, entry.file_size), LARGE}:
            return False
        gone = entry.header_offset + LOCAL.size + sum(LOCAL.unpack(head)) + entry.compress_size
        room = AFTERWARDS if is_streamed else NOTHING
    return archive.start_dir - gone in room and ends_with_its_list(archive, stream)


def ends_with_its_list(archive: zipfile.ZipFile, stream: IO[bytes]) -> bool:
    """Whether the list of a zip is as long as its end says, and nothing follows that."""
    end = stream.seek(0, 2) - 22 - len(archive.comment)
    stream.seek(end)
    disks, count, size = struct.unpack("<L2xHL", stream.read(22)[4:16])
    if not disks and count == len(archive.filelist) and archive.start_dir + size == end:
        return True
    return end - archive.start_dir - directory_size(stream) == BYTES_64
