"""Where the sections of a TOML file are written, so that every fault can be addressed by its line."""

import re
from dataclasses import dataclass

_HEADER = re.compile(r"\s*\[{1,2}\s*([\"'a-z_. ]+?)\s*\]{1,2}\s*(#.*)?$")


@dataclass(frozen=True)
class Lines:
    """The lines of one file, and the headers among them."""

    lines: tuple[str, ...]
    headers: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, text: str) -> "Lines":
        """Find the headers of a file."""
        lines = tuple(text.split("\n"))
        found = ((number, _HEADER.match(line)) for number, line in enumerate(lines, 1))
        return cls(lines, tuple((number, re.sub(r"[\"' ]", "", header[1])) for number, header in found if header))

    def of_sections(self, name: str, count: int, first: int = 0, last: int | None = None) -> list[int]:
        """Return the lines of some sections between two lines; those written inline share the line of their key, else the first line."""
        end = last or len(self.lines) + 1
        headers = [number for number, header in self.headers if header == name and first < number < end]
        if len(headers) == count:
            return headers
        key = re.compile(rf"\s*{name.rpartition('.')[2]}\s*=")
        inline = (number for number, line in enumerate(self.lines, 1) if first < number < end and key.match(line))
        return [next(inline, first)] * count
