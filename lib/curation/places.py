"""Where the figures of a quote stand in it, worked out from what the curator wrote."""

from lib.curation.entries import Entry
from lib.domain.rules import Figure
from lib.domain.spans import raw_places, whole_places


def place_of(observation: Entry) -> tuple[int, int]:
    """Return start and end of the printed figure; (-1, -1) where the quote does not print it.

    `occurrence` counts every place where the text is printed; without it, the first place where it stands as a whole is taken.
    """
    sentence, printed = _sentence(observation), observation.text("printed")
    places, occurrence = raw_places(sentence, printed), observation.number("occurrence")
    if occurrence is not None:
        start = places[int(occurrence) - 1] if 1 <= occurrence <= len(places) else -1
    else:
        start = next(iter(whole_places(sentence, printed) or places), -1)
    return (start, start + len(printed)) if start >= 0 else (-1, -1)


def is_ambiguous(observation: Entry) -> bool:
    """Tell whether the figure stands more than once in its quote and no occurrence is given."""
    places = whole_places(_sentence(observation), observation.text("printed"))
    return len(places) > 1 and observation.number("occurrence") is None


def figure_of(observation: Entry) -> Figure:
    """Return the observation as the rules of evidence see it."""
    start, end = place_of(observation)
    value = observation.number("value")
    return Figure(
        _sentence(observation),
        observation.text("printed"),
        start,
        end,
        observation.text("bound_printed"),
        observation.text("qualifier"),
        None if value is None else float(value),
        observation.text("usd_printed"),
        observation.text("unit"),
    )


def _sentence(entry: Entry) -> str:
    return entry.parent.text("text") if entry.parent else ""
