"""Finding a region by what a reader types: Chinese, English or romanised, with or without the word for its level."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lib.domain.folding import fold
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
_APOSTROPHES = re.compile("['`]")
_BRACKETED = re.compile(r"\([^)]*\)")


@dataclass(frozen=True)
class RegionNames:
    """An index from every way of writing a name to its regions."""

    _codes: Mapping[str, str]
    _spellings: Mapping[str, tuple[str, ...]]
    _index: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]]) -> "RegionNames":
        """Build the index.

        Needs `region_id`, `level`, `name_en`, `name_zh`, `aliases` (joined by `;`) and `pinyin` in each row.
        """
        listed = {str(row["region_id"]): row for row in rows}
        printed = {region: tuple(_printed_names(row)) for region, row in listed.items()}
        levels = {region: str(row["level"]) for region, row in listed.items()}
        called = {
            region: (*((key_of(name), _stem(key_of(name))) for name in names), _romanised(listed[region]))
            for region, names in printed.items()
        }
        return cls(
            {region.casefold(): region for region in listed},
            {region: _shortest(names) for region, names in printed.items()},
            _index(called, levels),
        )

    @property
    def index(self) -> Mapping[str, tuple[str, ...]]:
        """Every form of every name, as `key_of` writes it, with its regions."""
        return self._index

    def regions_called(self, text: str) -> tuple[str, ...]:
        """Return the regions of that name; the word for the level may be left out or added, in any script, and pinyin may be spaced."""
        key = key_of(text)
        return self._index.get(key) or self._index.get(_joined(key)) or ()

    def region_of(self, text: str) -> tuple[str, ...]:
        """Return the region of that code, else the regions of that name."""
        code = self._codes.get(text.strip().casefold())
        return self.regions_called(text) if code is None else (code,)

    def spellings(self, region: str) -> tuple[str, ...]:
        """Return the shortest forms of its names, folded: enough to find any longer form in a folded text."""
        return self._spellings[region]


def key_of(text: str) -> str:
    """Return a name in the form the index knows it by: its folded words alone."""
    return " ".join(re.findall(r"\w+", _APOSTROPHES.sub("", fold(text))))


def _index(called: Mapping[str, Iterable[tuple[str, str]]], levels: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    # A form that is a name of its own comes before one that only a shorter or longer name allows.
    forms: tuple[dict[str, dict[str, None]], ...] = ({}, {}, {}, {})
    for region, names in called.items():
        with_level = [suffix for suffix, allowed in _SUFFIXES.items() if levels[region] in allowed]
        for name, stem in filter(all, names):
            spaced = [f"{stem} {suffix}" if suffix.isascii() else f"{stem}{suffix}" for suffix in with_level]
            run_on = [f"{stem}{suffix}" for suffix in with_level if suffix in _ROMANISED]
            for group, keys in zip(forms, ([name], [stem], spaced, run_on), strict=True):
                for each in keys:
                    group.setdefault(each, {})[region] = None
    return {key: tuple(regions) for group in reversed(forms) for key, regions in group.items()}


def _printed_names(row: Mapping[str, object]) -> Iterator[str]:
    for name in (str(row["name_en"]), str(row["name_zh"]), *str(row["aliases"] or "").split(";")):
        if name.strip():
            yield name.strip()
            if (bare := _BRACKETED.sub("", name).strip()) and bare != name.strip():
                yield bare


def _stem(key: str) -> str:
    stem, _, suffix = key.rpartition(" ")
    if stem and suffix in _SUFFIXES:
        return stem
    # 省 follows its name without a space; a single character is no name without it.
    endings = (ending for ending in _SUFFIXES if not ending.isascii() and key.endswith(ending) and len(key) > len(ending) + 1)
    return key.removesuffix(next(endings, ""))


def _romanised(row: Mapping[str, object]) -> tuple[str, str]:
    name = _joined(str(row.get("pinyin") or ""))
    ending = next((ending for ending in _ROMANISED if name.endswith(ending) and row["level"] in _SUFFIXES[ending]), "")
    return name, name.removesuffix(ending)


def _joined(text: str) -> str:
    return text.replace(" ", "")


def _shortest(names: Iterable[str]) -> tuple[str, ...]:
    forms = {fold(form) for name in names for form in (name, _printed_stem(name))}
    return tuple(sorted(form for form in forms if not any(other in form for other in forms - {form})))


def _printed_stem(name: str) -> str:
    words = name.lower().split()
    if len(words) > 1 and words[-1] in _SUFFIXES:
        return " ".join(words[:-1])
    return name if name.isascii() else _stem(name)
