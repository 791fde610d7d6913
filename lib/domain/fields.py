"""Builders of the columns that the tables share."""

from lib.domain.constraints import Between, Constraint, InCalendar, Matches, Required
from lib.domain.schema import Field

EARLIEST_YEAR, LATEST_YEAR = 1949, 2060

REQUIRED = Required()
YEAR = Between(EARLIEST_YEAR, LATEST_YEAR)
OBSERVATION_ID = Matches(
    r"[a-z]{2}\d{2}-\d{2}[a-z]{1,2}|of\d{3}-\d{2}", "A quote id and a letter, such as `zz24-03a`, or a citation id and two digits"
)
CITATION_ID = Matches(r"of\d{3}", "The letters `of` and three digits, such as `of001`")
QUOTE_ID = Matches(r"[a-z]{2}\d{2}-\d{2}", "A source prefix and a two-digit number, such as `zz24-03`")
CODE = Matches(r"[a-z][a-z0-9_]*", "Lower-case letters, digits and underscores")
SOURCE_ID = Matches(r"[a-z0-9-]{1,80}", "Lower-case letters, digits and hyphens, at most 80")
DAY = Matches(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "A date as YYYY-MM-DD")
PART_OF_DATE = Matches(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", "YYYY, YYYY-MM or YYYY-MM-DD")
IN_CALENDAR = InCalendar()
DERIVATION = Matches(r"[0-9.]+ [-+] [0-9.]+", "A sum or a difference of two printed numbers")
SHA256 = Matches(r"[0-9a-f]{64}", "Sixty-four hexadecimal digits")


def text(name: str, description: str, example: str, *constraints: Constraint, bad: str = "", sdmx: str = "") -> Field:
    """Declare a column of text."""
    return Field(name, "string", description, example, constraints, bad, sdmx)


def year(name: str, description: str) -> Field:
    """Declare a column of years, always present."""
    return Field(name, "int32", description, "2023", (REQUIRED, YEAR), "23", "TIME_PERIOD")


def count(name: str, description: str, example: str = "3") -> Field:
    """Declare a column of whole numbers from 0, always present."""
    return Field(name, "int32", description, example, (REQUIRED, Between(0, 10_000_000)))


def label(what: str) -> tuple[Field, Field]:
    """Declare the English and the Chinese label of a thing."""
    return (
        text("label_en", f"English label of the {what}.", "Gross domestic product", REQUIRED),
        text("label_zh", f"Chinese label of the {what}.", "地区生产总值", REQUIRED),
    )


def definition(what: str) -> tuple[Field, Field]:
    """Declare the English and the Chinese definition of a thing."""
    return (
        text("definition_en", f"What the {what} means, in English.", "Output of the economy in a year.", REQUIRED),
        text("definition_zh", f"What the {what} means, in Chinese.", "一年内的经济产出。", REQUIRED),
    )


SEARCH_TEXT = text(
    "search_text",
    "What a search looks in, folded: small letters, no accents, curly marks or commas; with synonyms and pinyin; never quoted.",
    "gross domestic product 地区生产总值 diqushengchanzongzhi",
)

NOTES = (
    text("note", "What a reader must know, in English; never part of the quote.", "The page stamp is wrong."),
    text("note_zh", "The same in Chinese.", "页面日期有误。"),
)
