"""Proof of the whole dataset against the fingerprints: what the build demands and the app repeats at every start."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lib.domain import fingerprints
from lib.domain.errors import Problem
from lib.domain.fingerprints import Fingerprints
from lib.domain.layer_rules import LAYER_RULES, breaks_its_layer, is_official
from lib.domain.rules import FIGURE_RULES, QUOTE_RULE, Figure, Quote, words

_RESTORE = "Restore the data from the repository (git checkout data), or mend data/curated and run: python -m lib.curation.build"


@dataclass(frozen=True)
class Verification:
    """How many quotes and figures were checked, how many hold, and what does not."""

    quotes_total: int
    quotes_verified: int
    figures_total: int
    figures_verified: int
    problems: tuple[Problem, ...]
    failed_quotes: frozenset[str]
    failed_observations: frozenset[str]


def verify(quotes: Iterable[Mapping[str, object]], observations: Iterable[Mapping[str, object]], fingerprint_folder: Path) -> Verification:
    """Hold every quote against the fingerprints of its document and every figure against its quote.

    Needs: rows of `quotes` and `observations` by column name. An observation of the official layer is left out unless it breaks a rule
    of the layers.
    Returns: the counts, and all problems sorted; an observation fails with its quote.
    """
    known = [Quote.from_row(row) for row in quotes]
    rows = [row for row in observations if not is_official(row) or breaks_its_layer(row)]
    prints, problems = _read_all(fingerprint_folder, sorted({quote.source_id for quote in known}))
    quote_problems = [(quote.quote_id, _quote_problems(quote, prints[quote.source_id])) for quote in known]
    failed_quotes = frozenset(quote_id for quote_id, found in quote_problems if found)
    texts = {quote.quote_id: quote.text for quote in known}
    figure_problems = [(row, _figure_problems(row, texts)) for row in rows]
    failed = [row for row, found in figure_problems if found or words(row, "quote_id") in failed_quotes]
    problems += [problem for _, found in (*quote_problems, *figure_problems) for problem in found]
    return Verification(
        len(known),
        sum(quote.quote_id not in failed_quotes for quote in known),
        len(rows),
        len(rows) - len(failed),
        tuple(sorted(set(problems))),
        failed_quotes,
        frozenset(words(row, "observation_id") for row in failed),
    )


def _read_all(folder: Path, source_ids: Iterable[str]) -> tuple[dict[str, Fingerprints], list[Problem]]:
    prints: dict[str, Fingerprints] = {}
    problems: list[Problem] = []
    for source_id in source_ids:
        prints[source_id], found = fingerprints.read(folder, source_id)
        problems += found
    return prints, problems


def _quote_problems(quote: Quote, prints: Fingerprints) -> list[Problem]:
    rule = type(QUOTE_RULE).__name__
    complaints = QUOTE_RULE.complaints(quote, prints)
    return [Problem("data/quotes.parquet", quote.quote_id, "text", rule, message, _RESTORE) for message in complaints]


def _figure_problems(row: Mapping[str, object], texts: Mapping[str, str]) -> list[Problem]:
    subject = words(row, "observation_id")
    if layered := _layer_problems(row, subject):
        return layered
    if words(row, "quote_id") not in texts:
        message = f"its quote `{words(row, 'quote_id')}` is not in the dataset."
        return [Problem("data/observations.parquet", subject, "quote_id", "FigureStandsInQuote", message, _RESTORE)]
    figure = Figure.from_row(row, texts[words(row, "quote_id")])
    return [
        Problem("data/observations.parquet", subject, "printed", type(rule).__name__, message, _RESTORE)
        for rule in FIGURE_RULES
        for message in rule.complaints(figure)
    ]


def _layer_problems(row: Mapping[str, object], subject: str) -> list[Problem]:
    return [
        Problem("data/observations.parquet", subject, "layer", type(rule).__name__, message, _RESTORE)
        for rule in LAYER_RULES
        for message in rule.complaints(row)
    ]
