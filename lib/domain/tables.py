"""The dataset contract: every table that `data/` holds, declared once for loader, checks and dictionary."""

from lib.domain import vocabulary as v
from lib.domain.constraints import Between, ManyOf, Matches, OneOf, References, Required
from lib.domain.schema import Field, Table

CONTRACT_VERSION = "1"
EARLIEST_YEAR, LATEST_YEAR = 1949, 2060

_REQUIRED = Required()
_YEAR = Between(EARLIEST_YEAR, LATEST_YEAR)
_OBSERVATION_ID = Matches(r"[a-z]{2}\d{2}-\d{2}[a-z]{1,2}", "A quote id and a letter, such as `zz24-03a`")
_QUOTE_ID = Matches(r"[a-z]{2}\d{2}-\d{2}", "A source prefix and a two-digit number, such as `zz24-03`")
_CODE = Matches(r"[a-z][a-z0-9_]*", "Lower-case letters, digits and underscores")
_SHA256 = Matches(r"[0-9a-f]{64}", "Sixty-four hexadecimal digits")


def _text(name: str, description: str, example: str, *constraints, bad: str = "", sdmx: str = "") -> Field:
    return Field(name, "string", description, example, constraints, bad, sdmx)


def _year(name: str, description: str) -> Field:
    return Field(name, "int32", description, "2023", (_REQUIRED, _YEAR), "23", "TIME_PERIOD")


def _count(name: str, description: str, example: str = "3") -> Field:
    return Field(name, "int32", description, example, (_REQUIRED, Between(0, 10_000_000)))


def _label(what: str) -> tuple[Field, Field]:
    return (
        _text("label_en", f"English label of the {what}.", "Gross domestic product", _REQUIRED),
        _text("label_zh", f"Chinese label of the {what}.", "地区生产总值", _REQUIRED),
    )


def _definition(what: str) -> tuple[Field, Field]:
    return (
        _text("definition_en", f"What the {what} means, in English.", "Output of the economy in a year.", _REQUIRED),
        _text("definition_zh", f"What the {what} means, in Chinese.", "一年内的经济产出。", _REQUIRED),
    )


_NOTES = (
    _text("note", "What a reader must know, in English; never part of the quote.", "The page stamp is wrong."),
    _text("note_zh", "The same in Chinese.", "页面日期有误。"),
)

OBSERVATIONS = Table(
    "observations",
    "One row for each figure that a document reports.",
    (
        _text("observation_id", "Stable id of the observation, never reused.", "zz24-03a", _REQUIRED, _OBSERVATION_ID),
        _text("quote_id", "The sentence it was read from; empty in the official layer.", "zz24-03", _QUOTE_ID, References("quotes")),
        _text("source_id", "The document.", "china-daily-2024-zhengzhou", _REQUIRED, References("sources"), sdmx="SOURCE"),
        _text("indicator_id", "What is measured.", "gdp", _REQUIRED, _CODE, References("indicators"), sdmx="INDICATOR"),
        _text("region_id", "The most specific region the figure is about.", "410100", _REQUIRED, References("regions"), sdmx="REF_AREA"),
        _text("theme", "Theme of the figure.", "industry", _REQUIRED, OneOf(v.Theme)),
        _text("topic", "Heading inside the theme, from the indicator.", "national_output", _REQUIRED, OneOf(v.Topic)),
        _text("period", "The period in ISO 8601 form: a year, or a span of years with a slash.", "2021/2025", _REQUIRED,
              Matches(r"\d{4}(/\d{4})?", "A year or two years joined by a slash"), bad="last year", sdmx="TIME_PERIOD"),
        _year("year_start", "First year the figure refers to."),
        _year("year_end", "Last year the figure refers to; for a target, the target year."),
        _text("period_basis", "How the period is known: printed, worked out from the publication date, or judged.", "stated",
              _REQUIRED, OneOf(v.PeriodBasis)),
        _text("printed", "The figure exactly as printed, without the words that bound it.", "1.36 trillion yuan", _REQUIRED),
        _text("bound_printed", "The printed words that make the figure a bound or an approximation.", "surpass"),
        Field("printed_start", "int32", "Character offset of `printed` in the quote.", "77", (Between(0, 5000),)),
        Field("printed_end", "int32", "Character offset of the end of `printed` in the quote.", "95", (Between(0, 5000),)),
        Field("value", "float64", "The printed figure as a number in base units: 1.36 trillion is 1.36e12, 7.4 percent is 7.4.",
              "1360000000000", (_REQUIRED,), "1.36", "OBS_VALUE"),
        _text("unit", "Unit of the value.", "CNY", _REQUIRED, References("units"), sdmx="UNIT_MEASURE"),
        _text("kind", "What sort of quantity it is.", "level", _REQUIRED, OneOf(v.Kind)),
        _text("qualifier", "Whether the figure is the value or a bound on it.", "over", _REQUIRED, OneOf(v.Qualifier)),
        _text("status", "Reported, under way, planned or aimed at.", "actual", _REQUIRED, OneOf(v.Status), sdmx="OBS_STATUS"),
        _text("layer", "The articles, or official figures around them.", "article", _REQUIRED, OneOf(v.Layer)),
        _text("usd_printed", "US dollars as the article converts them; never compared across articles.", "$188.6 billion"),
        _text("caveats", "Known doubts about the figure.", "rounded", ManyOf(v.Caveat)),
        *_NOTES,
    ),
    key=("observation_id",),
    order=("theme", "topic", "indicator_id", "region_id", "year_start", "year_end", "observation_id"),
)

QUOTES = Table(
    "quotes",
    "One row for each sentence quoted, with or without a figure.",
    (
        _text("quote_id", "Stable id of the quote, never reused.", "zz24-03", _REQUIRED, _QUOTE_ID),
        _text("source_id", "The document.", "china-daily-2024-zhengzhou", _REQUIRED, References("sources")),
        _count("ordinal", "Place among the quotes of its document, from 1."),
        _text("text", "The whole sentence, byte for byte as printed.", "Total retail sales …", _REQUIRED, bad="a paraphrase"),
        _text("locator", "Where the sentence stands in the document.", "paragraph 3, sentence 1", _REQUIRED),
        _text("themes", "Themes the sentence speaks to.", "industry", ManyOf(v.Theme)),
        _text("regions", "Regions the sentence is about.", "410100", References("regions", many=True)),
        _text("programmes", "Named programmes the sentence is about.", "air_silk_road", References("programmes", many=True)),
        _year("year_start", "First year the sentence refers to."),
        _year("year_end", "Last year the sentence refers to."),
        _text("sha256", "SHA-256 of the sentence in UTF-8.", "0f…", _REQUIRED, _SHA256),
        *_NOTES,
    ),
    key=("quote_id",),
    order=("source_id", "ordinal"),
)

SOURCES = Table(
    "sources",
    "One row for each document.",
    (
        _text("source_id", "Stable id of the document.", "china-daily-2024-zhengzhou", _REQUIRED,
              Matches(r"[a-z0-9-]+", "Lower-case letters, digits and hyphens")),
        _text("prefix", "First part of the ids of its quotes.", "zz24", _REQUIRED, Matches(r"[a-z]{2}\d{2}", "Two letters and two digits")),
        _text("title", "Title as printed.", "City outlines goals for common prosperity", _REQUIRED),
        _text("title_zh", "Title in Chinese; a rendering unless the document prints one.", "杭州共同富裕目标", _REQUIRED),
        _text("publisher", "Who published it, in English.", "China Daily", _REQUIRED),
        _text("publisher_zh", "Who published it, in Chinese.", "中国日报", _REQUIRED),
        _text("authors", "Named authors, joined by `;`.", "Wu Huanqing;Wang Junlu"),
        _text("published", "Date of publication.", "2024-04-12", _REQUIRED, Matches(r"\d{4}-\d\d-\d\d", "A date as YYYY-MM-DD")),
        _text("retrieved", "Date the text was fetched; empty where it was not recorded.", "", Matches(r"\d{4}-\d\d-\d\d", "A date as YYYY-MM-DD")),
        _text("url", "Address of the document.", "https://…", _REQUIRED, Matches(r"https?://\S+", "An http or https address")),
        _text("language", "Language of the text as BCP 47.", "en", _REQUIRED),
        _text("kind", "Who speaks.", "state_media", _REQUIRED, OneOf(v.SourceKind)),
        _year("reporting_year", "What “this year” means in the document."),
        _year("results_year", "What “last year” means in the document."),
        _text("warnings", "What to know before trusting its figures.", "official_publicity", ManyOf(v.SourceWarning)),
        _text("text_sha256", "SHA-256 of the whole text in UTF-8.", "0f…", _REQUIRED, _SHA256),
        *_NOTES,
    ),
    key=("source_id",),
    order=("published", "source_id"),
)

REGIONS = Table(
    "regions",
    "One row for each place, in a tree.",
    (
        _text("region_id", "GB/T 2260 code, NBS 2023 code for towns and villages, ISO 3166-1 for nations, else a slug.", "330603", _REQUIRED,
              Matches(r"[A-Za-z0-9-]+", "Letters, digits and hyphens"), sdmx="REF_AREA"),
        _text("name_en", "English name.", "Keqiao District", _REQUIRED),
        _text("name_zh", "Chinese name.", "柯桥区", _REQUIRED),
        Field("name_zh_verified", "bool", "Whether the Chinese name stands in an official list.", "true", (_REQUIRED,)),
        _text("level", "Administrative level.", "county", _REQUIRED, OneOf(v.Level)),
        _text("parent_id", "The region it lies in; empty at the top.", "330600", References("regions")),
        _count("ordinal", "Place in the tree read from the top, from 1."),
        _count("depth", "Steps below the top of the tree.", "3"),
        Field("lon", "float64", "Longitude of a point inside, degrees east, WGS 84.", "120.4237", (Between(-180, 180),)),
        Field("lat", "float64", "Latitude of a point inside, degrees north, WGS 84.", "30.0525", (Between(-90, 90),)),
        _text("coordinates", "What the point is: a centroid, an inner point, or an approximation.", "centroid"),
        _text("code_scheme", "Who gives the code.", "GB/T 2260", _REQUIRED),
        _text("code_mca", "Code of the Ministry of Civil Affairs, where it is known.", "330603"),
        _text("aliases", "Other names in the documents, joined by `;`.", "Taizhou City"),
        _text("note", "What a reader must know.", "boundary changed in April 2021"),
    ),
    key=("region_id",),
    order=("ordinal",),
)

INDICATORS = Table(
    "indicators",
    "The code list: one definition, unit, kind, scope and basis for each indicator.",
    (
        _text("indicator_id", "Stable id of the indicator.", "gdp", _REQUIRED, _CODE, sdmx="INDICATOR"),
        *_label("indicator"),
        *_definition("indicator"),
        _text("theme", "Theme.", "industry", _REQUIRED, OneOf(v.Theme)),
        _text("topic", "Heading inside the theme.", "national_output", _REQUIRED, OneOf(v.Topic)),
        _text("unit", "The one unit of its values.", "CNY", _REQUIRED, References("units"), sdmx="UNIT_MEASURE"),
        _text("kind", "The one kind of its values.", "level", _REQUIRED, OneOf(v.Kind)),
        _text("scope", "Who or what is counted.", "economy", _REQUIRED, OneOf(v.Scope)),
        _text("basis", "Price basis.", "nominal", _REQUIRED, OneOf(v.Basis)),
        _text("stock_flow", "A state at a moment or an amount over a period.", "flow", _REQUIRED, OneOf(v.StockFlow)),
        _text("direction", "How to take a higher number.", "higher_is_more", _REQUIRED, OneOf(v.Direction)),
        _count("ordinal", "Place in the code list, from 1."),
    ),
    key=("indicator_id",),
    order=("ordinal",),
)

UNITS = Table(
    "units",
    "Units of values, with the words that follow a number.",
    (
        _text("unit", "Code of the unit.", "CNY", _REQUIRED, Matches(r"[A-Za-z][A-Za-z0-9_]*", "Letters, digits and underscores")),
        _text("label_en", "What follows a number in English; empty for bare numbers.", "yuan"),
        _text("label_zh", "What follows a number in Chinese.", "元"),
        _text("singular_en", "The same after the number 1.", "yuan"),
        _text("definition", "What the unit is.", "Yuan, current prices.", _REQUIRED),
    ),
    key=("unit",),
    order=("unit",),
)

PROGRAMMES = Table(
    "programmes",
    "Named programmes and campaigns that a reader can filter by.",
    (
        _text("programme_id", "Stable id of the programme.", "air_silk_road", _REQUIRED, _CODE),
        *_label("programme"),
        *_definition("programme"),
        _text("aliases", "Its names as printed, joined by `;`.", "Gongfu Workshop;co prosperity workshops"),
    ),
    key=("programme_id",),
    order=("programme_id",),
)

QUOTE_PROGRAMMES = Table(
    "quote_programmes",
    "Which quotes speak of which programme.",
    (
        _text("quote_id", "The quote.", "zz24-20", _REQUIRED, References("quotes")),
        _text("programme_id", "The programme.", "air_silk_road", _REQUIRED, References("programmes")),
    ),
    key=("quote_id", "programme_id"),
    order=("quote_id", "programme_id"),
)

EVENTS = Table(
    "events",
    "Dated events and deadlines, with the sentence that gives the date.",
    (
        _text("event_id", "Stable id of the event.", "zj23-e01", _REQUIRED, Matches(r"[a-z]{2}\d{2}-e\d{2}", "A source prefix, `-e` and two digits")),
        _text("date", "The date, as exactly as it is printed.", "2021-06-10", _REQUIRED, Matches(r"\d{4}(-\d\d(-\d\d)?)?", "YYYY, YYYY-MM or YYYY-MM-DD")),
        _text("precision", "How exactly the date is known.", "day", _REQUIRED, OneOf(v.DatePrecision)),
        _text("kind", "What happened or is due.", "decree", _REQUIRED, OneOf(v.EventKind)),
        *_label("event"),
        _text("region_id", "Where.", "330000", _REQUIRED, References("regions")),
        _text("quote_id", "The sentence that gives the date.", "zj23-01", _REQUIRED, References("quotes")),
        _text("source_id", "The document.", "xinhua-2023-zhejiang", _REQUIRED, References("sources")),
        _year("year", "Year of the event."),
    ),
    key=("event_id",),
    order=("date", "event_id"),
)

DISMISSALS = Table(
    "dismissals",
    "Numbers in the documents that are not observations, and why.",
    (
        _text("source_id", "The document.", "xinhua-2023-zhejiang", _REQUIRED, References("sources")),
        _count("sentence", "Place of the sentence in the document, from 1."),
        _text("quote_id", "The quote the number stands in, if it is quoted.", "zj23-01", References("quotes")),
        _text("printed", "The number as printed.", "June 10, 2021", _REQUIRED),
        _text("reason", "Why it is not an observation.", "date", _REQUIRED, OneOf(v.DismissalReason)),
        _text("note", "More on the reason.", "the decree's date is an event"),
        _count("count", "How many numbers the row stands for.", "1"),
    ),
    key=("source_id", "sentence", "printed"),
    order=("source_id", "sentence", "printed"),
)

TABLES = (OBSERVATIONS, QUOTES, SOURCES, REGIONS, INDICATORS, UNITS, PROGRAMMES, QUOTE_PROGRAMMES, EVENTS, DISMISSALS)
