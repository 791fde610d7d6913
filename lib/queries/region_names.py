"""Finding a region by what a reader types: Chinese, English or romanised, with or without the word for its level."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lib.domain.vocabulary import Level

_MUNICIPAL: frozenset[str] = frozenset({Level.PROVINCE, Level.PREFECTURE, Level.COUNTY})
_COUNTY, _PROVINCE, _TOWN, _VILLAGE = (frozenset({level}) for level in (Level.COUNTY, Level.PROVINCE, Level.TOWN, Level.VILLAGE))
_SUFFIXES: Mapping[str, frozenset[str]] = {
    "shi": _MUNICIPAL, "city": _MUNICIPAL, "市": _MUNICIPAL,
    "municipality": _PROVINCE, "sheng": _PROVINCE, "province": _PROVINCE, "省": _PROVINCE,
    "qu": _COUNTY, "district": _COUNTY, "区": _COUNTY,
    "xian": _COUNTY, "county": _COUNTY, "县": _COUNTY,
    "jiedao": _TOWN, "subdistrict": _TOWN, "街道": _TOWN,
    "zhen": _TOWN, "town": _TOWN, "镇": _TOWN,
    "xiang": _TOWN, "township": _TOWN, "乡": _TOWN,
    "cun": _VILLAGE, "village": _VILLAGE, "村": _VILLAGE,
}  # fmt: skip
_ROMANISED = ("jiedao", "sheng", "xiang", "zhen", "xian", "shi", "cun", "qu")
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")
_BRACKETED = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class RegionNames:
    """An index from spellings to regions."""

    _levels: Mapping[str, str]
    _spellings: Mapping[str, tuple[str, ...]]
    _exact: Mapping[str, tuple[str, ...]]
    _stems: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]]) -> "RegionNames":
        """Build the index.

        Needs `region_id`, `level`, `name_en`, `name_zh` and `aliases` (joined by `;`) in each row.
        """
        listed = list(rows)
        printed = {str(row["region_id"]): tuple(_printed_names(row)) for row in listed}
        exact: dict[str, dict[str, None]] = {}
        stems: dict[str, dict[str, None]] = {}
        for region, names in printed.items():
            for name in names:
                exact.setdefault(_key(name), {})[region] = None
                stems.setdefault(_split(_key(name))[0], {})[region] = None
        return cls(
            {str(row["region_id"]): str(row["level"]) for row in listed},
            {region: _shortest(names) for region, names in printed.items()},
            {key: tuple(regions) for key, regions in exact.items()},
            {key: tuple(regions) for key, regions in stems.items()},
        )

    def regions_called(self, text: str) -> tuple[str, ...]:
        """Return the regions of that name; the word for the level may be left out or added, in any script."""
        key = _key(text)
        return self._exact.get(key) or self._stems.get(key) or self._with_level(*_split(key)) or self._with_level(*_split_joined(key))

    def region_of(self, text: str) -> tuple[str, ...]:
        """Return the region of that code, else the regions of that name."""
        code = next((region for region in self._levels if region.casefold() == text.strip().casefold()), None)
        return self.regions_called(text) if code is None else (code,)

    def spellings(self, region: str) -> tuple[str, ...]:
        """Return the shortest forms of its names, enough to find any longer form in a text."""
        return self._spellings[region]

    def _with_level(self, stem: str, suffix: str) -> tuple[str, ...]:
        levels = _SUFFIXES.get(suffix, ())
        return tuple(region for region in self._stems.get(stem, ()) if self._levels[region] in levels)


def _printed_names(row: Mapping[str, object]) -> Iterator[str]:
    for name in (str(row["name_en"]), str(row["name_zh"]), *str(row["aliases"] or "").split(";")):
        if name.strip():
            yield name.strip()
            if (bare := _BRACKETED.sub("", name).strip()) and bare != name.strip():
                yield bare


def _key(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(letter for letter in _APOSTROPHES.sub("", decomposed) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", letters))


def _split(key: str) -> tuple[str, str]:
    stem, _, suffix = key.rpartition(" ")
    if stem and suffix in _SUFFIXES:
        return stem, suffix
    for ending in _SUFFIXES:
        # 省 follows its name without a space; a single character is no name without it.
        if not ending.isascii() and key.endswith(ending) and len(key) > len(ending) + 1:
            return key.removesuffix(ending), ending
    return key, ""


def _split_joined(key: str) -> tuple[str, str]:
    ending = next((ending for ending in _ROMANISED if key.endswith(ending)), "")
    return key.removesuffix(ending), ending


def _shortest(names: Iterable[str]) -> tuple[str, ...]:
    forms = {form.lower() for name in names for form in (name, _printed_stem(name))}
    return tuple(sorted(form for form in forms if not any(other in form for other in forms - {form})))


def _printed_stem(name: str) -> str:
    words = name.lower().split()
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return " ".join(words[:-1])
    return name if name.isascii() else _split(name)[0]
