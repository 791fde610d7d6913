"""A reader's own story as a file and as a link: written, and read again whatever comes."""

import base64
import binascii
import json
import re
import tomllib
import zlib

from lib.domain.stories import StoryFault, StoryProblem, WrittenStory, content_of, read_story

LARGEST_FILE = 200_000
LONGEST_LINK = 6_000
_LARGEST_PACKED = 100_000
_PACKED = re.compile(r"[A-Za-z0-9_-]*")

Read = tuple[WrittenStory, list[StoryFault]]


def to_file(story: WrittenStory) -> bytes:
    """Write a story as a JSON file that `from_file` reads back."""
    return (json.dumps(content_of(story), indent=1, ensure_ascii=False) + "\n").encode()


def from_file(content: bytes) -> Read:
    """Read a story from a JSON or TOML file; never raises.

    *Returns* the story, empty when nothing could be read, and every fault.
    """
    if len(content) > LARGEST_FILE:
        return _nothing(StoryProblem.TOO_LARGE, str(LARGEST_FILE))
    try:
        text = content.decode("utf-8-sig")
        return _read(json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text))
    except (ValueError, RecursionError):
        return _nothing(StoryProblem.UNREADABLE)


def to_link(story: WrittenStory) -> str:
    """Pack a story into the value of a link; empty when it is too long for one."""
    written = json.dumps(content_of(story), separators=(",", ":"), ensure_ascii=False).encode()
    packed = base64.urlsafe_b64encode(zlib.compress(written, 9)).rstrip(b"=").decode()
    return packed if len(packed) <= LONGEST_LINK and len(written) <= _LARGEST_PACKED else ""


def from_link(packed: str) -> Read:
    """Read a story from the value of a link; never raises, and unpacks no more than a bounded amount."""
    if len(packed) > LONGEST_LINK:
        return _nothing(StoryProblem.TOO_LARGE, str(LONGEST_LINK))
    try:
        return _read(json.loads(_unpacked(packed)))
    except (ValueError, RecursionError, zlib.error, binascii.Error):
        return _nothing(StoryProblem.UNREADABLE)


def _unpacked(packed: str) -> bytes:
    if not _PACKED.fullmatch(packed):
        raise ValueError(packed)
    stream = zlib.decompressobj()
    written = stream.decompress(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), _LARGEST_PACKED)
    # What would grow beyond the bound, or ends too early, was not packed here.
    if not stream.eof:
        raise ValueError("not whole")
    return written


def _read(content: object) -> Read:
    return read_story(content) if isinstance(content, dict) else _nothing(StoryProblem.UNREADABLE)


def _nothing(problem: StoryProblem, given: str = "") -> Read:
    return WrittenStory(), [StoryFault(0, "", problem, given)]
