"""All build rules in one list, and one run over them."""

from lib.curation import accord_rules, code_rules, id_rules, number_rules, period_rules, quote_rules, region_rules
from lib.curation.book import Book
from lib.curation.quote_rules import FigureKeeps
from lib.curation.rule import Rule
from lib.domain.errors import Problem

CHAPTERS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Quotes and figures", quote_rules.RULES),
    ("Numbers that are no figures", number_rules.RULES),
    ("Periods", period_rules.RULES),
    ("Accord", accord_rules.RULES),
    ("Codes and notes", code_rules.RULES),
    ("Ids", id_rules.RULES),
    ("Regions", region_rules.RULES),
)
RULES: tuple[Rule, ...] = tuple(rule for _, rules in CHAPTERS for rule in rules)


def rule_name(rule: Rule) -> str:
    """Name a rule as problems and the dictionary do."""
    return type(rule.rule).__name__ if isinstance(rule, FigureKeeps) else type(rule).__name__


def problems_of(book: Book) -> list[Problem]:
    """Hold everything curated against every rule; all problems, sorted by file, thing and place."""
    found = {
        finding.entry.problem(rule_name(rule), finding.message, finding.remedy or rule.remedy)
        for rule in RULES
        for finding in rule.check(book)
    }
    return sorted(found, key=_place)


def _place(problem: Problem) -> tuple[str, int, Problem]:
    digits = problem.place.removeprefix("line ")
    return problem.file, int(digits) if digits.isdigit() else 0, problem
