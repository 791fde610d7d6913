"""Closed code lists: every coded column takes its values from one of these."""

from enum import StrEnum


class Theme(StrEnum):
    """What part of the common prosperity agenda a figure speaks to."""

    INCOME_GAP = "income_gap"
    INDUSTRY = "industry"
    PUBLIC_SERVICES = "public_services"


class Topic(StrEnum):
    """A finer heading inside a theme, used to group indicators."""

    HOUSEHOLD_INCOME = "household_income"
    URBAN_RURAL_GAP = "urban_rural_gap"
    POVERTY_RELIEF = "poverty_relief"
    VILLAGE_ECONOMY = "village_economy"
    WORKSHOPS = "workshops"
    NATIONAL_OUTPUT = "national_output"
    ENTERPRISES = "enterprises"
    MANUFACTURING = "manufacturing"
    VEHICLES = "vehicles"
    INNOVATION = "innovation"
    DIGITAL_ECONOMY = "digital_economy"
    TRADE_TRANSPORT = "trade_transport"
    INVESTMENT = "investment"
    TOURISM = "tourism"
    EMPLOYMENT = "employment"
    EDUCATION = "education"
    HOUSING_PARKS = "housing_parks"
    HEALTH_CULTURE = "health_culture"
    ENVIRONMENT = "environment"
    GOVERNANCE_SAFETY = "governance_safety"
    STANDING = "standing"


class Status(StrEnum):
    """How far along the thing is that the figure describes (SDMX OBS_STATUS in spirit)."""

    ACTUAL = "actual"
    ONGOING = "ongoing"
    PLAN = "plan"
    TARGET = "target"


class Qualifier(StrEnum):
    """Whether the printed figure is the value itself or a bound on it."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Kind(StrEnum):
    """What sort of quantity a figure is; unlike kinds never share an axis."""

    LEVEL = "level"
    GROWTH = "growth"
    SHARE = "share"
    RANK = "rank"
    RATIO = "ratio"
    COUNT = "count"
    INDEX = "index"
    DURATION = "duration"
    CHANGE = "change"


class PeriodBasis(StrEnum):
    """How the period of a figure is known."""

    STATED = "stated"
    RESOLVED = "resolved"
    INFERRED = "inferred"


class Layer(StrEnum):
    """Where a figure comes from: the articles, or official statistics around them."""

    ARTICLE = "article"
    OFFICIAL = "official"


class Voice(StrEnum):
    """Who says so in a sentence: the one whose words or numbers the article passes on, or nobody but the article."""

    OFFICIAL_STATISTIC = "official_statistic"
    OFFICIAL_STATEMENT = "official_statement"
    ORGANISATION = "organisation"
    RESIDENT = "resident"
    ARTICLE = "article"


class Grade(StrEnum):
    """How strong a sentence is as evidence, from who says so and who prints it."""

    STATISTIC = "statistic"
    OFFICIAL_RELAYED = "official_relayed"
    OFFICIAL_FIRST_HAND = "official_first_hand"
    INTERESTED = "interested"
    SINGLE_CASE = "single_case"
    UNATTRIBUTED = "unattributed"


class Level(StrEnum):
    """Administrative level of a region, from the widest to the narrowest."""

    NATION = "nation"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWN = "town"
    VILLAGE = "village"
    ZONE = "zone"
    SITE = "site"
    GROUP = "group"


class SourceKind(StrEnum):
    """Who publishes a document."""

    STATE_MEDIA = "state_media"
    GOVERNMENT_RELEASE = "government_release"


class SourceWarning(StrEnum):
    """What a reader must know about a document before trusting its figures."""

    OFFICIAL_PUBLICITY = "official_publicity"
    MACHINE_TRANSLATION = "machine_translation"
    AGGREGATOR_COPY = "aggregator_copy"
    WRONG_PAGE_STAMP = "wrong_page_stamp"
    NO_DATE_IN_FILE = "no_date_in_file"
    NO_TITLE_IN_FILE = "no_title_in_file"
    PAGE_FURNITURE = "page_furniture"
    THIRD_PARTY_ARCHIVE = "third_party_archive"
    BILINGUAL_HEADLINE = "bilingual_headline"


class Caveat(StrEnum):
    """A known doubt about one figure."""

    MACHINE_TRANSLATION = "machine_translation"
    MISPRINT = "misprint"
    ATTRIBUTION_DOUBT = "attribution_doubt"
    UNRESOLVED = "unresolved"
    ARTICLE_RANK = "article_rank"
    ROUNDED = "rounded"
    THRESHOLD_ONLY = "threshold_only"
    HEADLINE = "headline"
    NO_YEAR_PRINTED = "no_year_printed"
    DENOMINATOR_UNCLEAR = "denominator_unclear"
    MEAN_OF_MANY = "mean_of_many"
    SINGLE_CASE = "single_case"
    GROSS_OR_NET_UNCLEAR = "gross_or_net_unclear"
    DEFINITION_UNCLEAR = "definition_unclear"
    CONSTRUCTION_START = "construction_start"
    VAGUE_QUANTITY = "vague_quantity"
    ESTIMATED = "estimated"


class DismissalReason(StrEnum):
    """Why a number in a document is not an observation."""

    DATE = "date"
    PERIOD = "period"
    NAME = "name"
    DENOMINATOR = "denominator"
    DOLLARS = "dollars"
    DUPLICATE = "duplicate"
    ORDINAL = "ordinal"
    VAGUE = "vague"
    NOT_A_QUANTITY = "not_a_quantity"
    FURNITURE = "furniture"
    BANNER = "banner"
    CAPTION = "caption"
    OTHER_ARTICLES = "other_articles"
    DATELINE = "dateline"


class EventKind(StrEnum):
    """What happened, or is due, on a date."""

    DECREE = "decree"
    OPENING = "opening"
    DEADLINE = "deadline"
    FOUNDING = "founding"
    ANNIVERSARY = "anniversary"
    MEETING = "meeting"
    PUBLICATION = "publication"
    EVENT = "event"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    HALF_YEAR = "half_year"
    YEAR = "year"


class Scope(StrEnum):
    """Whom or what an indicator counts or measures; differing scopes are not comparable."""

    ECONOMY = "economy"
    PERSONS = "persons"
    HOUSEHOLDS = "households"
    VILLAGES = "villages"
    REGIONS = "regions"
    ENTERPRISES = "enterprises"
    ENTERPRISES_ABOVE_DESIGNATED_SIZE = "enterprises_above_designated_size"
    MARKET_ENTITIES = "market_entities"
    PROJECTS = "projects"
    FACILITIES = "facilities"
    INDUSTRY_BRANCH = "industry_branch"
    PROGRAMME = "programme"
    SINGLE_CASE = "single_case"


class Basis(StrEnum):
    """Price basis of a money figure or its growth."""

    NOMINAL = "nominal"
    REAL = "real"
    NONE = "none"


class StockFlow(StrEnum):
    """Whether an indicator is a state at a moment or an amount over a period."""

    STOCK = "stock"
    FLOW = "flow"
    NONE = "none"


class Direction(StrEnum):
    """How a reader should take a higher number."""

    HIGHER_IS_MORE = "higher_is_more"
    LOWER_IS_MORE_EQUAL = "lower_is_more_equal"
    LOWER_IS_HIGHER_RANK = "lower_is_higher_rank"
    NONE = "none"
