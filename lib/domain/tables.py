"""The dataset contract: every table that `data/` holds, declared once for loader, checks and dictionary."""

from lib.domain import vocabulary as v
from lib.domain.code_tables import CITATIONS, INDICATORS, PROGRAMMES, REGIONS, SOURCES, UNITS
from lib.domain.constraints import Between, ManyOf, Matches, OneOf, References
from lib.domain.fields import (
    CITATION_ID,
    CODE,
    DERIVATION,
    EARLIEST_YEAR,
    IN_CALENDAR,
    LATEST_YEAR,
    NOTES,
    OBSERVATION_ID,
    PART_OF_DATE,
    QUOTE_ID,
    REQUIRED,
    SEARCH_TEXT,
    SHA256,
    count,
    label,
    text,
    year,
)
from lib.domain.official_codes import Break, Vintage
from lib.domain.schema import Field, Table

__all__ = [
    "CITATIONS",
    "CONTRACT_VERSION",
    "DISMISSALS",
    "EARLIEST_YEAR",
    "EVENTS",
    "INDICATORS",
    "LATEST_YEAR",
    "OBSERVATIONS",
    "PROGRAMMES",
    "QUOTES",
    "QUOTE_PROGRAMMES",
    "REGIONS",
    "SOURCES",
    "TABLES",
    "UNITS",
]

CONTRACT_VERSION = "1"

OBSERVATIONS = Table(
    "observations",
    "One row for each figure that a document reports, and for each official figure around them.",
    (
        text("observation_id", "Stable id of the observation, never reused.", "zz24-03a", REQUIRED, OBSERVATION_ID),
        text("quote_id", "The sentence it was read from; empty in the official layer.", "zz24-03", QUOTE_ID, References("quotes")),
        text("source_id", "The document; empty in the official layer.", "china-daily-2024-zhengzhou", References("sources"), sdmx="SOURCE"),
        text("citation_id", "The page of an official figure; empty for the articles.", "of001", CITATION_ID, References("citations")),
        text("indicator_id", "What is measured.", "gdp", REQUIRED, CODE, References("indicators"), sdmx="INDICATOR"),
        text("region_id", "The most specific region the figure is about.", "410100", REQUIRED, References("regions"), sdmx="REF_AREA"),
        text("theme", "Theme of the figure.", "industry", REQUIRED, OneOf(v.Theme)),
        text("topic", "Heading inside the theme, from the indicator.", "national_output", REQUIRED, OneOf(v.Topic)),
        text(
            "period",
            "The period in ISO 8601 form: a year, or a span of years with a slash.",
            "2021/2025",
            REQUIRED,
            Matches(r"\d{4}(/\d{4})?", "A year or two years joined by a slash"),
            bad="last year",
            sdmx="TIME_PERIOD",
        ),
        year("year_start", "First year the figure refers to."),
        year("year_end", "Last year the figure refers to; for a target, the target year."),
        text(
            "period_basis",
            "How the period is known: printed, worked out from the publication date, or judged.",
            "stated",
            REQUIRED,
            OneOf(v.PeriodBasis),
        ),
        text(
            "printed",
            "The figure as printed, without its bound; of an official figure, number and unit as curated.",
            "1.36 trillion yuan",
            REQUIRED,
        ),
        text("bound_printed", "The printed words that make the figure a bound or an approximation.", "surpass"),
        Field("printed_start", "int32", "Character offset of `printed` in the quote.", "77", (Between(0, 5000),)),
        Field("printed_end", "int32", "Character offset of the end of `printed` in the quote.", "95", (Between(0, 5000),)),
        Field(
            "value",
            "float64",
            "The printed figure as a number in base units: 1.36 trillion is 1.36e12, 7.4 percent is 7.4.",
            "1360000000000",
            (REQUIRED,),
            "1.36",
            "OBS_VALUE",
        ),
        text("unit", "Unit of the value.", "CNY", REQUIRED, References("units"), sdmx="UNIT_MEASURE"),
        text("kind", "What sort of quantity it is.", "level", REQUIRED, OneOf(v.Kind)),
        text("qualifier", "Whether the figure is the value or a bound on it.", "over", REQUIRED, OneOf(v.Qualifier)),
        text("status", "Reported, under way, planned or aimed at.", "actual", REQUIRED, OneOf(v.Status), sdmx="OBS_STATUS"),
        text("layer", "The articles, or official figures around them.", "article", REQUIRED, OneOf(v.Layer)),
        text("vintage", "Release of the statistic; empty for the articles.", "preliminary", OneOf(Vintage)),
        text("series_break", "Older basis on which the figure stands, behind a break in its series.", "old_household_survey", OneOf(Break)),
        text("derivation", "How the value was worked out where the page prints only its parts.", "24810 - 907", DERIVATION),
        text("usd_printed", "US dollars as the article converts them; never compared across articles.", "$188.6 billion"),
        text("caveats", "Known doubts about the figure.", "rounded", ManyOf(v.Caveat)),
        *NOTES,
        SEARCH_TEXT,
    ),
    key=("observation_id",),
    order=("theme", "topic", "indicator_id", "region_id", "year_start", "year_end", "observation_id"),
)

QUOTES = Table(
    "quotes",
    "One row for each sentence quoted, with or without a figure.",
    (
        text("quote_id", "Stable id of the quote, never reused.", "zz24-03", REQUIRED, QUOTE_ID),
        text("source_id", "The document.", "china-daily-2024-zhengzhou", REQUIRED, References("sources")),
        count("ordinal", "Place among the quotes of its document, from 1."),
        text("text", "The whole sentence, byte for byte as printed.", "Total retail sales …", REQUIRED, bad="a paraphrase"),
        text("locator", "Where the sentence stands in the document.", "paragraph 3, sentence 1", REQUIRED),
        text("themes", "Themes the sentence speaks to.", "industry", ManyOf(v.Theme)),
        text("regions", "Regions the sentence is about.", "410100", References("regions", many=True)),
        text("programmes", "Named programmes the sentence is about.", "air_silk_road", References("programmes", many=True)),
        year("year_start", "First year the sentence refers to."),
        year("year_end", "Last year the sentence refers to."),
        text("sha256", "SHA-256 of the sentence in UTF-8.", "0f…", REQUIRED, SHA256),
        text("voice", "Who says so: whose words or numbers the sentence passes on.", "official_statistic", REQUIRED, OneOf(v.Voice)),
        text("speaker", "Who it is, as printed there or before it in its paragraph; empty for the article itself.", "Official statistics"),
        text("speaker_zh", "The same in Chinese.", "官方统计数据"),
        text("grade", "How strong that makes it as evidence, from voice and kind of document.", "statistic", REQUIRED, OneOf(v.Grade)),
        *NOTES,
        SEARCH_TEXT,
    ),
    key=("quote_id",),
    order=("source_id", "ordinal"),
)

QUOTE_PROGRAMMES = Table(
    "quote_programmes",
    "Which quotes speak of which programme.",
    (
        text("quote_id", "The quote.", "zz24-20", REQUIRED, References("quotes")),
        text("programme_id", "The programme.", "air_silk_road", REQUIRED, References("programmes")),
    ),
    key=("quote_id", "programme_id"),
    order=("quote_id", "programme_id"),
)

EVENTS = Table(
    "events",
    "Dated events and deadlines, with the sentence that gives the date.",
    (
        text(
            "event_id",
            "Stable id of the event.",
            "zj23-e01",
            REQUIRED,
            Matches(r"[a-z]{2}\d{2}-e\d{2}", "A source prefix, `-e` and two digits"),
        ),
        text(
            "date",
            "The date, as exactly as it is printed.",
            "2021-06-10",
            REQUIRED,
            PART_OF_DATE,
            IN_CALENDAR,
        ),
        text("precision", "How exactly the date is known.", "day", REQUIRED, OneOf(v.DatePrecision)),
        text("kind", "What happened or is due.", "decree", REQUIRED, OneOf(v.EventKind)),
        *label("event"),
        text("region_id", "Where.", "330000", REQUIRED, References("regions")),
        text("quote_id", "The sentence that gives the date.", "zj23-01", REQUIRED, References("quotes")),
        text("source_id", "The document.", "xinhua-2023-zhejiang", REQUIRED, References("sources")),
        year("year", "Year of the event."),
        SEARCH_TEXT,
    ),
    key=("event_id",),
    order=("date", "event_id"),
)

DISMISSALS = Table(
    "dismissals",
    "Numbers in the documents that are not observations, and why.",
    (
        text("source_id", "The document.", "xinhua-2023-zhejiang", REQUIRED, References("sources")),
        count("sentence", "Place of the sentence in the document, from 1."),
        text("quote_id", "The quote the number stands in, if it is quoted.", "zj23-01", References("quotes")),
        text("printed", "The number as printed.", "June 10, 2021", REQUIRED),
        text("reason", "Why it is not an observation.", "date", REQUIRED, OneOf(v.DismissalReason)),
        *NOTES,
        count("count", "How many numbers the row stands for.", "1"),
    ),
    key=("source_id", "sentence", "printed"),
    order=("source_id", "sentence", "printed"),
)

TABLES = (OBSERVATIONS, QUOTES, SOURCES, CITATIONS, REGIONS, INDICATORS, UNITS, PROGRAMMES, QUOTE_PROGRAMMES, EVENTS, DISMISSALS)
