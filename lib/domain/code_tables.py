"""The code lists of the dataset as tables: documents, regions, indicators, units, programmes."""

from lib.domain import vocabulary as v
from lib.domain.constraints import Between, ManyOf, Matches, OneOf, References
from lib.domain.fields import (
    CITATION_ID,
    CODE,
    DAY,
    IN_CALENDAR,
    NOTES,
    PART_OF_DATE,
    REQUIRED,
    SEARCH_TEXT,
    SHA256,
    count,
    definition,
    label,
    text,
    year,
)
from lib.domain.official_codes import Tier
from lib.domain.schema import Field, Table

SOURCES = Table(
    "sources",
    "One row for each document.",
    (
        text(
            "source_id",
            "Stable id of the document.",
            "china-daily-2024-zhengzhou",
            REQUIRED,
            Matches(r"[a-z0-9-]+", "Lower-case letters, digits and hyphens"),
        ),
        text("prefix", "First part of the ids of its quotes.", "zz24", REQUIRED, Matches(r"[a-z]{2}\d{2}", "Two letters and two digits")),
        text("title", "Title as printed.", "City outlines goals for common prosperity", REQUIRED),
        text("title_zh", "Title in Chinese; a rendering unless the document prints one.", "杭州共同富裕目标", REQUIRED),
        text("publisher", "Who published it, in English.", "China Daily", REQUIRED),
        text("publisher_zh", "Who published it, in Chinese.", "中国日报", REQUIRED),
        text("authors", "Named authors, joined by `;`.", "Wu Huanqing;Wang Junlu"),
        text("published", "Date of publication.", "2024-04-12", REQUIRED, DAY, IN_CALENDAR),
        text(
            "retrieved",
            "Date the text was fetched; empty where it was not recorded.",
            "",
            DAY,
            IN_CALENDAR,
        ),
        text("url", "Address of the document.", "https://…", REQUIRED, Matches(r"https?://\S+", "An http or https address")),
        text("language", "Language of the text as BCP 47.", "en", REQUIRED),
        text("kind", "Who speaks.", "state_media", REQUIRED, OneOf(v.SourceKind)),
        year("reporting_year", "What “this year” means in the document."),
        year("results_year", "What “last year” means in the document."),
        text("warnings", "What to know before trusting its figures.", "official_publicity", ManyOf(v.SourceWarning)),
        text("text_sha256", "SHA-256 of the whole text in UTF-8.", "0f…", REQUIRED, SHA256),
        *NOTES,
    ),
    key=("source_id",),
    order=("published", "source_id"),
)

CITATIONS = Table(
    "citations",
    "One row for each page that official figures were read in.",
    (
        text("citation_id", "Stable id of the page, never reused.", "of001", REQUIRED, CITATION_ID),
        text("title", "Title of the page as printed.", "Per capita income grows 8.1% in 2013", REQUIRED),
        text("publisher", "Who publishes the page, in English.", "Shanghai Daily", REQUIRED),
        text("publisher_zh", "The same in Chinese.", "上海日报", REQUIRED),
        text("quoted", "The bureau or report that the page quotes; empty where it is the publisher itself or is not named.", "NBS"),
        text("quoted_zh", "The same in Chinese.", "国家统计局"),
        text("published", "Date of publication, as far as it is known.", "2014-02-25", PART_OF_DATE, IN_CALENDAR),
        text("url", "Address of the page.", "https://…", REQUIRED, Matches(r"https?://\S+", "An http or https address")),
        text("language", "Language of the page as BCP 47.", "en", REQUIRED),
        text(
            "tier",
            "How near to the statistics: A a statistics bureau, ministry or government page; B a portal or medium that quotes a bureau.",
            "B",
            REQUIRED,
            OneOf(Tier),
        ),
        *NOTES,
    ),
    key=("citation_id",),
    order=("citation_id",),
)

REGIONS = Table(
    "regions",
    "One row for each place, in a tree.",
    (
        text(
            "region_id",
            "GB/T 2260 code, NBS 2023 code for towns and villages, ISO 3166-1 for nations, else a slug.",
            "330603",
            REQUIRED,
            Matches(r"[A-Za-z0-9-]+", "Letters, digits and hyphens"),
            sdmx="REF_AREA",
        ),
        text("name_en", "English name.", "Keqiao District", REQUIRED),
        text("name_zh", "Chinese name.", "柯桥区", REQUIRED),
        Field("name_zh_verified", "bool", "Whether the Chinese name stands in an official list.", "true", (REQUIRED,)),
        text("level", "Administrative level.", "county", REQUIRED, OneOf(v.Level)),
        text("parent_id", "The region it lies in; empty at the top.", "330600", References("regions")),
        count("ordinal", "Place in the tree read from the top, from 1."),
        count("depth", "Steps below the top of the tree.", "3"),
        Field("lon", "float64", "Longitude of a point inside, degrees east, WGS 84.", "120.4237", (Between(-180, 180),)),
        Field("lat", "float64", "Latitude of a point inside, degrees north, WGS 84.", "30.0525", (Between(-90, 90),)),
        text("coordinates", "What the point is: a centroid, an inner point, or an approximation.", "centroid"),
        text("code_scheme", "Who gives the code.", "GB/T 2260", REQUIRED),
        text("code_mca", "Code of the Ministry of Civil Affairs, where it is known.", "330603"),
        text("aliases", "Other names in the documents, joined by `;`.", "Taizhou City"),
        text("note", "What a reader must know.", "boundary changed in April 2021"),
        text("pinyin", "The Chinese name in Latin letters, without tones.", "ke qiao qu"),
        SEARCH_TEXT,
    ),
    key=("region_id",),
    order=("ordinal",),
)

INDICATORS = Table(
    "indicators",
    "The code list: one definition, unit, kind, scope and basis for each indicator.",
    (
        text("indicator_id", "Stable id of the indicator.", "gdp", REQUIRED, CODE, sdmx="INDICATOR"),
        *label("indicator"),
        *definition("indicator"),
        text("theme", "Theme.", "industry", REQUIRED, OneOf(v.Theme)),
        text("topic", "Heading inside the theme.", "national_output", REQUIRED, OneOf(v.Topic)),
        text("unit", "The one unit of its values.", "CNY", REQUIRED, References("units"), sdmx="UNIT_MEASURE"),
        text("kind", "The one kind of its values.", "level", REQUIRED, OneOf(v.Kind)),
        text("scope", "Who or what is counted.", "economy", REQUIRED, OneOf(v.Scope)),
        text("basis", "Price basis.", "nominal", REQUIRED, OneOf(v.Basis)),
        text("stock_flow", "A state at a moment or an amount over a period.", "flow", REQUIRED, OneOf(v.StockFlow)),
        text("direction", "How to take a higher number.", "higher_is_more", REQUIRED, OneOf(v.Direction)),
        count("ordinal", "Place in the code list, from 1."),
        SEARCH_TEXT,
    ),
    key=("indicator_id",),
    order=("ordinal",),
)

UNITS = Table(
    "units",
    "Units of values, with the words that follow a number.",
    (
        text("unit", "Code of the unit.", "CNY", REQUIRED, Matches(r"[A-Za-z][A-Za-z0-9_]*", "Letters, digits and underscores")),
        text("label_en", "What follows a number in English; empty for bare numbers.", "yuan"),
        text("label_zh", "What follows a number in Chinese.", "元"),
        text("singular_en", "The same after the number 1.", "yuan"),
        text("definition", "What the unit is.", "Yuan, current prices.", REQUIRED),
    ),
    key=("unit",),
    order=("unit",),
)

PROGRAMMES = Table(
    "programmes",
    "Named programmes and campaigns that a reader can filter by.",
    (
        text("programme_id", "Stable id of the programme.", "air_silk_road", REQUIRED, CODE),
        *label("programme"),
        *definition("programme"),
        text("aliases", "Its names as printed, joined by `;`.", "Gongfu Workshop;co prosperity workshops"),
    ),
    key=("programme_id",),
    order=("programme_id",),
)
