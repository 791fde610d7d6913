"""The active view in one sentence, as plain text."""

from collections.abc import Sequence

from lib.domain.vocabulary import Layer, Status, Theme, Voice
from lib.text.catalogue import Language, inline_label, join_names, say
from lib.text.dates import period

_NAMED_REGIONS = 3


def describe_view(
    language: Language,
    shown: int,
    total: int,
    *,
    regions: Sequence[str] = (),
    inside: bool = True,
    themes: Sequence[str] = (),
    years: tuple[int, int] | None = None,
    statuses: Sequence[str] = (),
    layers: Sequence[str] = (),
    voices: Sequence[str] = (),
    programmes: Sequence[str] = (),
    search: str = "",
) -> str:
    """Say how many figures are shown and which filters hold.

    Needs: regions and programmes as names in the language; themes, statuses, layers and voices as codes.
    """
    filters = [
        _regions(language, list(regions), inside),
        join_names(language, [inline_label(language, Theme(code)) for code in themes]),
        period(*years, language) if years else "",
        join_names(language, [inline_label(language, Status(code)) for code in statuses]),
        join_names(language, [inline_label(language, Layer(code)) for code in layers]),
        join_names(language, [inline_label(language, Voice(code)) for code in voices]),
        join_names(language, list(programmes)),
        say(language, "selection.search", words=" ".join(search.split())) if search.strip() else "",
    ]
    active = " · ".join(words for words in filters if words)
    counted = _counted(language, shown, total)
    return say(language, "selection.filtered" if active else "selection.unfiltered", counted=counted, filters=active)


def _counted(language: Language, shown: int, total: int) -> str:
    if shown == total:
        return say(language, "selection.all", total=total)
    return say(language, "selection.some" if shown else "selection.none", shown=shown, total=total)


def _regions(language: Language, names: list[str], inside: bool) -> str:
    if not names:
        return ""
    if len(names) > _NAMED_REGIONS:
        more = say(language, "selection.more_regions", count=len(names) - _NAMED_REGIONS + 1)
        names = [*names[: _NAMED_REGIONS - 1], more]
    scope = "regions_only" if not inside else "one_region_inside" if len(names) == 1 else "regions_inside"
    return say(language, f"selection.{scope}", regions=join_names(language, names))
