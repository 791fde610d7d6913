"""Colours: one for each case area, fixed for the life of the dataset, and the inks around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lib.domain.case_areas import CASE_AREAS as CASE_AREAS
from lib.domain.regions import RegionTree
from lib.domain.vocabulary import Layer

Mode = Literal["light", "dark"]

ELSEWHERE, CONTEXT = "elsewhere", "context"
AREAS = (*CASE_AREAS, ELSEWHERE, CONTEXT)

_AREA_COLOURS: Mapping[Mode, tuple[str, ...]] = {
    "light": ("#1D4ED8", "#00847e", "#6d3e91", "#883039", "#8A6A00", "#5B6472"),
    "dark": ("#58a6ff", "#7FE3D3", "#9772B0", "#FF8A80", "#F0E442", "#A3ADBA"),
}


@dataclass(frozen=True)
class Inks:
    """The colours of a chart that stand for nothing: text, stems, tints."""

    background: str
    text: str
    muted: str
    stem: str
    highlight: str
    empty: str
    tints: tuple[str, ...]


INKS: Mapping[Mode, Inks] = {
    "light": Inks("#FFFFFF", "#1B2230", "#525C6B", "#7B8594", "#E6EBF2", "#F3F4F6", ("#E8EDF3", "#D3DCE6", "#BCC9D7")),
    "dark": Inks("#11151C", "#EEF2F7", "#AEB7C4", "#76818F", "#263040", "#171C25", ("#222B37", "#2D3947", "#3A4858")),
}


def area_colours(mode: Mode) -> tuple[str, ...]:
    """Return the colours of `AREAS`, in that order."""
    return _AREA_COLOURS[mode]


def area_of(tree: RegionTree, region_id: str, layer: str) -> str:
    """Tell which case area colours a figure: the nearest one that its region is or lies in; official figures are context."""
    if layer == Layer.OFFICIAL:
        return CONTEXT
    return tree.nearest(region_id, CASE_AREAS) or ELSEWHERE
