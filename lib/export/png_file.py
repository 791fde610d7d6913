"""The file of a PNG: words in it, by which it still says what it is when nobody sees it, and its pixels packed tighter."""

import struct
import zlib
from collections.abc import Iterator, Mapping

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PIECE = 1 << 20


def repacked(png: bytes, texts: Mapping[str, str]) -> bytes:
    """Return the same picture, packed tighter than the renderer does, with a text for each name.

    Needs: a PNG without animation; names in Latin letters, texts in any.
    *Source* PNG Specification (Third Edition), 11.2.3 IDAT and 11.3.3.4 iTXt.
    """
    parts = list(_chunks(png))
    pixels = _packed(b"".join(content for kind, content in parts if kind == b"IDAT"))
    others = [_chunk(kind, content) for kind, content in parts if kind not in (b"IHDR", b"IDAT", b"IEND")]
    named = [_chunk(b"iTXt", _text(name, text)) for name, text in texts.items()]
    return b"".join([_SIGNATURE, _chunk(*parts[0]), *named, *others, _chunk(b"IDAT", pixels), _chunk(b"IEND", b"")])


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_SIGNATURE)
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        yield kind, png[place + 8 : place + 8 + length]
        place += length + 12


def _packed(stream: bytes) -> bytes:
    # Piece by piece: the pixels of a tall picture take many times the room of its file.
    unpack, pack = zlib.decompressobj(), zlib.compressobj(6)
    made, waiting = [], stream
    while waiting:
        made.append(pack.compress(unpack.decompress(waiting, _PIECE)))
        waiting = unpack.unconsumed_tail
    return b"".join([*made, pack.compress(unpack.flush()), pack.flush()])


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _text(name: str, text: str) -> bytes:
    # Between name and text: not compressed, of no language, the name not translated.
    return name.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
