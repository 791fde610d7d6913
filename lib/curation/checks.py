"""All build rules in one list, and one run over them."""

from collections.abc import Iterable

from lib.curation import (
    accord_rules,
    code_rules,
    id_rules,
    number_rules,
    official_rules,
    period_rules,
    quote_rules,
    region_rules,
    synonym_rules,
    voice_rules,
)
from lib.curation.book import Book
from lib.curation.quote_rules import FigureKeeps
from lib.curation.rule import Rule
from lib.domain.errors import Problem

CHAPTERS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Quotes and figures", quote_rules.RULES),
    ("Numbers that are no figures", number_rules.RULES),
    ("Periods", period_rules.RULES),
    ("Who says so", voice_rules.RULES),
    ("Accord", accord_rules.RULES),
    ("Official figures", official_rules.RULES),
    ("Codes and notes", code_rules.RULES),
    ("Ids", id_rules.RULES),
    ("Regions", region_rules.RULES),
    ("Synonyms", synonym_rules.RULES),
)
_FIRST = ("FileIsReadable", "QuoteIsVerbatim")
RULES: tuple[Rule, ...] = tuple(rule for _, rules in CHAPTERS for rule in rules)


def rule_name(rule: Rule) -> str:
    """Name a rule as problems and the dictionary do."""
    return type(rule.rule).__name__ if isinstance(rule, FigureKeeps) else type(rule).__name__


def problems_of(book: Book) -> list[Problem]:
    """Hold everything curated against every rule; all problems, each once."""
    found = {
        finding.entry.problem(rule_name(rule), finding.message, finding.remedy or rule.remedy)
        for rule in RULES
        for finding in rule.check(book)
    }
    return in_order(found)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file and place, but unreadable files and changed quotes first: other faults may follow from them."""
    return sorted(problems, key=_place)


def _place(problem: Problem) -> tuple[int, str, int, Problem]:
    digits = problem.place.removeprefix("line ")
    rank = _FIRST.index(problem.rule) if problem.rule in _FIRST else len(_FIRST)
    return rank, problem.file, int(digits) if digits.isdigit() else 0, problem
