"""Rows of a small invented dataset."""

import hashlib

from lib.curation.search_texts import with_search_texts
from lib.curation.synonyms import Synonyms
from lib.domain.vocabulary import Voice
from lib.domain.voices import grade_of

Row = dict[str, object]

SOURCES = {
    "daily-2021-hangzhou": ("hz21", "2021-06-01", "Hangzhou moves on", "杭州前行"),
    "release-2023-keqiao": ("kq23", "2023-05-04", "Keqiao reports", "柯桥报告"),
    "paper-2020-zhengzhou": ("zz20", "2020-02-03", "Zhengzhou sells buses", "郑州售车"),
}
SENTENCES: dict[str, tuple[str, str, str, str, str, int, int]] = {  # text, themes, region, programme, locator, years
    "hz21-01": ("Hangzhou’s output surpassed 1.36 trillion yuan in 2020.", "industry", "330100", "", "s1", 2020, 2020),
    "hz21-02": ("In Yuhang 50% of the a_b villages run 40 workshops.", "income_gap;industry", "330110", "workshops", "s2", 2021, 2021),
    "kq23-01": ("Keqiao opened 12 schools from 2021 to 2023.", "public_services", "330603", "", "s1", 2021, 2023),
    "kq23-02": ("Keqiao’s workshops follow Hangzhou’s example.", "income_gap", "330603", "workshops", "s2", 2023, 2023),
    "kq23-03": ("The income ratio is to fall below 1.6 in 2025.", "income_gap", "330603", "", "s3", 2025, 2025),
    "zz20-01": ("Zhengzhou sold 3,000 buses, it's said, in 2019.", "industry", "410100", "", "s1", 2019, 2019),
    "zz20-02": ("Zhengzhou will open roads.", "public_services", "410100", "", "s2", 2020, 2020),
}
_VOICES = {
    "hz21-01": (Voice.OFFICIAL_STATISTIC, "Official statistics", "官方统计"),
    "kq23-03": (Voice.OFFICIAL_STATEMENT, "the district", "柯桥区"),
    "zz20-01": (Voice.RESIDENT, "Ms. Wu", "吴女士"),
}
_SYNONYMS = (Synonyms(("bus", "coach", "客车")),)
_FIGURES: dict[str, tuple[str, str, str, float, str, str, str, str]] = {
    "hz21-01a": ("gdp", "330100", "1.36 trillion yuan", 1.36e12, "over", "surpassed", "actual", "article"),
    "hz21-02a": ("village_share", "330110", "50%", 50.0, "exact", "", "actual", "article"),
    "hz21-02b": ("workshops", "330110", "40", 40.0, "exact", "", "ongoing", "article"),
    "kq23-01a": ("schools", "330603", "12", 12.0, "exact", "", "actual", "article"),
    "kq23-03a": ("income_ratio", "330603", "1.6", 1.6, "under", "below", "target", "article"),
    "zz20-01a": ("buses", "410100", "3,000", 3000.0, "exact", "", "actual", "article"),
    "of001-01": ("gdp", "330000", "7,771.5 billion yuan", 7.7715e12, "exact", "", "actual", "official"),
}
_INDICATORS = {
    "gdp": ("Gross domestic product", "地区生产总值", "industry", "national_output", "CNY", "level"),
    "buses": ("Buses sold", "客车销量", "industry", "vehicles", "vehicles", "count"),
    "workshops": ("Workshops", "工坊数", "income_gap", "workshops", "workshops", "count"),
    "village_share": ("Share of villages", "村庄占比", "income_gap", "village_economy", "percent", "share"),
    "income_ratio": ("Urban-rural income ratio", "城乡收入比", "income_gap", "urban_rural_gap", "ratio", "ratio"),
    "schools": ("Schools opened", "新建学校", "public_services", "education", "schools", "count"),
}
_REGIONS = (
    ("CN", "China", "中国", "nation", "", ""),
    ("330000", "Zhejiang Province", "浙江省", "province", "CN", ""),
    ("330100", "Hangzhou", "杭州市", "prefecture", "330000", "Hangchow"),
    ("330110", "Yuhang District", "余杭区", "county", "330100", ""),
    ("330600", "Shaoxing", "绍兴市", "prefecture", "330000", ""),
    ("330603", "Keqiao District", "柯桥区", "county", "330600", ""),
    ("331000", "Taizhou (Zhejiang)", "台州市", "prefecture", "330000", "Taizhou City"),
    ("410000", "Henan Province", "河南省", "province", "CN", ""),
    ("410100", "Zhengzhou", "郑州市", "prefecture", "410000", ""),
)


def rows_of_sample() -> dict[str, list[Row]]:
    """Return the rows of every table."""
    return with_search_texts(_rows(), _SYNONYMS)


def _rows() -> dict[str, list[Row]]:
    return {
        "observations": [_figure(observation) for observation in _FIGURES],
        "quotes": [_quote(quote) for quote in SENTENCES],
        "sources": [_source(source) for source in SOURCES],
        "citations": [_citation()],
        "regions": [_region(place) for place in range(len(_REGIONS))],
        "indicators": [_indicator(place, indicator) for place, indicator in enumerate(_INDICATORS, 1)],
        "units": [
            {"unit": unit, "label_en": unit, "label_zh": unit, "singular_en": unit.rstrip("s"), "definition": "Invented."}
            for unit in ("CNY", "percent", "ratio", "schools", "vehicles", "workshops")
        ],
        "programmes": [
            _programme("roads", "Silk Road", "丝路", ""),
            _programme("workshops", "Common Workshop", "共富工坊", "Gongfu Workshop;gongfang"),
        ],
        "quote_programmes": [{"quote_id": quote, "programme_id": row[3]} for quote, row in SENTENCES.items() if row[3]],
        "events": [
            _event("hz21-e01", "2020-06", "opening", "330100", "hz21-01"),
            _event("kq23-e01", "2025", "deadline", "330603", "kq23-03"),
        ],
        "dismissals": [_dismissal(1, "hz21-01", "2020", "date", 1), _dismissal(3, "", "tail", "furniture", 4)],
    }


def _figure(observation: str) -> Row:
    indicator, region, printed, value, qualifier, bound, status, layer = _FIGURES[observation]
    _, _, theme, topic, unit, kind = _INDICATORS[indicator]
    quote = "" if layer == "official" else observation[:-1]
    text, *_, start, end = SENTENCES.get(quote, ("", 2022, 2022))
    at = str(text).find(printed)
    return {
        "observation_id": observation,
        "quote_id": quote,
        "source_id": _source_of(observation) if quote else "",
        "citation_id": "" if quote else "of001",
        "vintage": "" if quote else "final",
        "indicator_id": indicator,
        "region_id": region,
        "theme": theme,
        "topic": topic,
        "unit": unit,
        "kind": kind,
        "period": str(start) if start == end else f"{start}/{end}",
        "year_start": start,
        "year_end": end,
        "period_basis": "stated",
        "printed": printed,
        "printed_start": at if quote else None,
        "printed_end": at + len(printed) if quote else None,
        "value": value,
        "bound_printed": bound,
        "qualifier": qualifier,
        "status": status,
        "layer": layer,
        "note": None,
    }


def _quote(quote: str) -> Row:
    text, themes, regions, programmes, locator, start, end = SENTENCES[quote]
    voice, speaker, speaker_zh = _VOICES.get(quote, (Voice.ARTICLE, "", ""))
    return {
        "quote_id": quote,
        "source_id": _source_of(quote),
        "ordinal": int(quote[-2:]),
        "text": text,
        "locator": locator,
        "themes": themes,
        "regions": regions,
        "programmes": programmes,
        "year_start": start,
        "year_end": end,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "voice": voice,
        "speaker": speaker,
        "speaker_zh": speaker_zh,
        "grade": grade_of(voice, "state_media"),
    }


def _source(source: str) -> Row:
    prefix, published, title, title_zh = SOURCES[source]
    return {
        "source_id": source,
        "prefix": prefix,
        "title": title,
        "title_zh": title_zh,
        "publisher": "The Daily",
        "publisher_zh": "日报",
        "published": published,
        "url": "https://example.org/",
        "language": "en",
        "kind": "state_media",
        "text_sha256": "0" * 64,
        "reporting_year": int(published[:4]),
        "results_year": int(published[:4]) - 1,
        "warnings": "official_publicity",
    }


def _citation() -> Row:
    return {
        "citation_id": "of001",
        "title": "Output of the province",
        "publisher": "Bureau of Statistics",
        "publisher_zh": "统计局",
        "url": "https://example.org/bureau",
        "language": "en",
        "tier": "A",
    }


def _region(place: int) -> Row:
    region, name_en, name_zh, level, parent, aliases = _REGIONS[place]
    return {
        "region_id": region,
        "name_en": name_en,
        "name_zh": name_zh,
        "name_zh_verified": True,
        "level": level,
        "parent_id": parent,
        "ordinal": place + 1,
        "depth": 0,
        "code_scheme": "GB/T 2260",
        "aliases": aliases,
    }


def _indicator(place: int, indicator: str) -> Row:
    label_en, label_zh, theme, topic, unit, kind = _INDICATORS[indicator]
    return {
        "indicator_id": indicator,
        "label_en": label_en,
        "label_zh": label_zh,
        "ordinal": place,
        **_definitions(),
        "theme": theme,
        "topic": topic,
        "unit": unit,
        "kind": kind,
        "scope": "economy",
        "basis": "none",
        "stock_flow": "flow",
        "direction": "none",
    }


def _programme(programme: str, label_en: str, label_zh: str, aliases: str) -> Row:
    return {"programme_id": programme, "label_en": label_en, "label_zh": label_zh, "aliases": aliases, **_definitions()}


def _event(event: str, date: str, kind: str, region: str, quote: str) -> Row:
    return {
        "event_id": event,
        "date": date,
        "precision": "month" if "-" in date else "year",
        "kind": kind,
        "year": int(date[:4]),
        "label_en": "Hall opens",
        "label_zh": "馆开放",
        "region_id": region,
        "quote_id": quote,
        "source_id": _source_of(quote),
    }


def _dismissal(sentence: int, quote: str, printed: str, reason: str, count: int) -> Row:
    source = "daily-2021-hangzhou"
    return {"source_id": source, "sentence": sentence, "quote_id": quote, "printed": printed, "reason": reason, "count": count}


def _definitions() -> Row:
    return {"definition_en": "Invented for a test.", "definition_zh": "为测试而设。"}


def _source_of(item: str) -> str:
    return next((source for source, (prefix, *_) in SOURCES.items() if item.startswith(prefix)), "daily-2021-hangzhou")
