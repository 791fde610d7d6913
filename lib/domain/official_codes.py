"""Closed code lists of the official layer: where its figures were read, which release they are, on which basis they stand."""

from enum import StrEnum


class Tier(StrEnum):
    """How near a cited page stands to the statistics it gives."""

    A = "A"
    B = "B"


class Vintage(StrEnum):
    """Which release of a statistic a figure comes from; growth is never computed across vintages."""

    PRELIMINARY = "preliminary"
    FINAL = "final"
    UNKNOWN = "unknown"


class Break(StrEnum):
    """The other side of a break in a series: the figure is not on the basis that the series has now."""

    OLD_HOUSEHOLD_SURVEY = "old_household_survey"
    BEFORE_CENSUS = "before_census"
