"""Zip archives that are the same, byte for byte, whenever the same is put into them."""

import io
import re
import zipfile
from collections.abc import Mapping

_EMBEDDED = (".xlsx",)
_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def zipped(files: Mapping[str, bytes], day: str) -> bytes:
    """Pack files by their names inside the archive, in their order, all dated by one ISO day."""
    year, month, date = (int(part) for part in day.split("-"))
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (year, month, date, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return sink.getvalue()


def redated(document: bytes, day: str) -> bytes:
    """Date every part of an office document by one ISO day, those of the workbooks inside it too."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return zipped({name: _part(name, archive.read(name), day) for name in archive.namelist()}, day)


def _part(name: str, content: bytes, day: str) -> bytes:
    if name.endswith(_EMBEDDED):
        return redated(content, day)
    return _TIME.sub(rb"\g<1>" + f"{day}T00:00:00Z".encode(), content) if name == _PROPERTIES else content
