"""Views to ask of both engines, what the server says of each, and where the browser says something else."""

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from math import isclose
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

import pandas as pd

from lib.charts.colours import AREAS, Mode, area_colours, area_of
from lib.charts.coverage import coverage_matrix
from lib.charts.drawing import Drawing
from lib.charts.figures_by_indicator import figures_by_indicator
from lib.charts.figures_over_time import areas_over_time, figures_over_time
from lib.domain.vocabulary import Layer, Status, Theme, Voice
from lib.queries.codes import programmes, regions
from lib.queries.conflicts import BOTH_LAYERS
from lib.queries.coverage import coverage
from lib.queries.dataset import totals
from lib.queries.events import events
from lib.queries.facets import facet_counts
from lib.queries.observations import observations
from lib.queries.questions import QUESTIONS
from lib.queries.quotes import quotes
from lib.queries.selection import EXTRAS, Language, Selection
from lib.queries.store import Store
from lib.queries.views import figures_in_view, layers_of
from lib.text.selection_sentence import describe_view
from lib.ui import coverage_table, state
from lib.ui.cache import answer
from lib.ui.chart_block import source_line
from lib.ui.page_cards import by_page, page_card
from lib.ui.quote_cards import by_quote, card_of
from lib.ui.rows import each
from lib.ui.source_panel import source_facts

Case = tuple[Selection, bool]
MODE: Mode = "light"

SEARCHES = (
    *("gdp", "GDP", "income", "private economy", "village collective", "new energy vehicles", "NEV", "R&D", "37,600", "1.36 trillion"),
    *("Hangzhou", "hangzhou shi", "hangzhoushi", "杭州", "杭州市", "浙江省", "Zhengzhou income", "郑州 income", "郑州的产量", "郑州汽车"),
    *("柯桥居民收入", "共富工坊", "gongfu gongfang", "jinishu", "冲锋衣", "shell jacket", "基尼", "城乡收入比", "urban-rural ratio"),
    *("Sanmen County", "xian", "Xi'an", "’", "“digital”", "a–b", "%", "_", "' or 1=1 --", "<script>alert(1)</script>", "{0}", "{count}"),
    *("\\", "|", "$&", "的", "的的的", "， 、", "é", "Hángzhōu", "ＧＤＰ", "ﬁrst", "İstanbul", "ΣΑΣ", "ß", "\u200b", "\u0000", "😀"),
    *("x" * 150, "  two   words ", "西", "a b c d e f g h i j", "Keqiao District ratio", "yuhang qu", "zhejiangsheng", "河南 郑州 上市"),
    *("1st", "2025", "target", "workshops"),
)
OFTEN, SELDOM = 0.5, 0.25


def named_cases(language: Language) -> list[Case]:
    """Give the views that readers start from, the odd ones, and every other search: what is found is the same in both languages."""
    starts = [question.selection.replace(language=language) for question in QUESTIONS.values()]
    everything = Selection(language=language)
    odd = [everything, BOTH_LAYERS.replace(language=language), everything.replace(layers=(Layer.OFFICIAL,), claim="of020-02")]
    odd += [everything.replace(claim="zz24-03a"), everything.replace(show=EXTRAS, claim="zj23-e01")]
    searches = [everything.replace(search=search) for search in SEARCHES[language == "zh" :: 2]]
    return [(view, True) for view in [*starts, *odd]] + [(view, False) for view in searches]


def random_cases(store: Store, language: Language, count: int, seed: int) -> Iterator[Case]:
    """Give views made at random, the same ones for the same seed; a few are drawn."""
    dice = random.Random(seed)
    claims = list(answer(store, observations, BOTH_LAYERS)["observation_id"])
    options: dict[str, list[str]] = {
        "regions": list(store.regions.ids), "themes": list(Theme), "statuses": list(Status), "layers": list(Layer), "voices": list(Voice),
        "programmes": list(programmes(store)["programme_id"]), "show": list(EXTRAS),
    }  # fmt: skip
    for number in range(count):
        parts = {name: tuple(dice.sample(codes, dice.randint(1, min(4, len(codes))))) for name, codes in options.items()}
        kept = {name: codes for name, codes in parts.items() if dice.random() < (OFTEN if name in ("regions", "show") else SELDOM)}
        view = Selection().replace(
            **kept,
            inside=dice.random() < 0.8,
            years=(dice.randint(2000, 2040), dice.randint(2000, 2040)) if dice.random() < SELDOM else None,
            search=dice.choice(SEARCHES) if dice.random() < SELDOM else "",
            claim=dice.choice(claims) if dice.random() < OFTEN else "",
            language=language,
        )
        yield view, number % 8 == 0


def expected(store: Store, view: Selection, is_drawn: bool) -> dict[str, Any]:
    """Return what the server says of a view."""
    shown = _shown(store, view)
    sentences = quotes(store, view).sort_values("figures", key=lambda counts: counts == 0, kind="stable")
    told = {
        "figures": shown,
        "quotes": _with_pages(list(sentences["quote_id"]), sentences, pages_of(store, shown)),
        "sentences": list(sentences.loc[sentences["figures"] == 0, "quote_id"]),
        "events": list(events(store, view)["event_id"]),
        "facets": _facets(store, view),
        "query": _query(view),
        "sentence": _sentence(store, view, len(shown)),
    }
    return told | _drawn(store, view, sentences) if shown and is_drawn else told


def _shown(store: Store, view: Selection) -> list[str]:
    # The whole frame takes long to read for each of hundreds of views: a view never changes the order.
    condition = figures_in_view(store, view)
    found = store.run(f"select o.observation_id from observations o where {condition.sql} order by 1", condition.parameters)
    kept = set(found["observation_id"])
    return [figure for figure in answer(store, observations, BOTH_LAYERS)["observation_id"] if figure in kept]


def _facets(store: Store, view: Selection) -> dict[str, Any]:
    found = asdict(facet_counts(store, view))
    return found | {"years": {str(year): figures for year, figures in found["years"].items()}}


def _query(view: Selection) -> str:
    params = urlencode(view.to_params(), doseq=True)
    return f"?{params}" if params else ""


def _sentence(store: Store, view: Selection, shown: int) -> str:
    names = answer(store, regions).set_index("region_id")[f"name_{view.language}"]
    labels = answer(store, programmes).set_index("programme_id")[f"label_{view.language}"]
    return describe_view(
        view.language, shown, answer(store, totals).figures_of(layers_of(view)),
        regions=list(names[list(view.regions)]), inside=view.inside,
        themes=view.themes, years=view.years, statuses=view.statuses, layers=view.layers, voices=view.voices,
        programmes=list(labels[list(view.programmes)]), search=view.search,
    )  # fmt: skip


def _drawn(store: Store, view: Selection, sentences: pd.DataFrame) -> dict[str, Any]:
    rows = observations(store, view)
    look = (rows, store.regions, view.language, MODE, view.claim)
    dated = events(store, view) if "events" in view.show else None
    drawings = {
        "by_indicator": figures_by_indicator(*look),
        "over_time": figures_over_time(*look, dated),
        "coverage": coverage_matrix(coverage(store, view), view.language, MODE),
    }
    panels = areas_over_time(*look, dated)
    return {
        "figures": list(rows["observation_id"]),
        "drawn": {name: _drawing(drawing) for name, drawing in drawings.items()},
        "panels": [{"area": area, **_drawing(drawing)} for area, drawing in panels.items()],
        **_sources(store, view, rows),
        "cards": _cards(store, view, rows, sentences),
    }


def _drawing(drawing: Drawing) -> dict[str, Any]:
    return {"rows": json.loads(drawing.rows.to_json(orient="records", double_precision=15)), "height": drawing.height, "alt": drawing.alt}


def _sources(store: Store, view: Selection, rows: pd.DataFrame) -> dict[str, Any]:
    table: list[list[str]] = []

    def keep(_columns: list[str], body: Iterable[list[str]], *_: object, **__: object) -> None:
        table.extend(body)

    with patch.object(state, "selection", lambda: view), patch.object(coverage_table, "text_table", keep):
        line = source_line(rows, store.version)
        coverage_table.coverage_table(coverage(store, view), "")
    return {"line": line, "facts": source_facts(rows, view.language), "coverage": table}


def _cards(store: Store, view: Selection, rows: pd.DataFrame, sentences: pd.DataFrame) -> list[dict[str, Any]]:
    behind, colours = by_quote(rows), dict(zip(AREAS, area_colours(MODE), strict=True))

    def colour(row: Any) -> str:
        return colours[area_of(store.regions, row.region_id, row.layer)]

    quoted = [card_of(quote, behind.get(quote.quote_id, []), view.claim, colour, view.language) for quote in each(sentences)]
    pages = [page_card(figures, view.claim, colour, view.language) for figures in by_page(rows).values()]
    return _with_pages(quoted, sentences, pages)


def pages_of(store: Store, figures: list[str]) -> list[str]:
    """Return the pages of some figures."""
    listed = answer(store, observations, BOTH_LAYERS)
    return list(by_page(listed[listed["observation_id"].isin(figures)]))


def _with_pages(quoted: list[Any], sentences: pd.DataFrame, pages: list[Any]) -> list[Any]:
    # In the browser pages stand between the sentences with a figure and those without.
    place = int((sentences["figures"] > 0).sum())
    return [*quoted[:place], *pages, *quoted[place:]]


def difference(want: Any, got: Any, path: str = "") -> str:
    """Say where two answers differ first; nothing when they are the same. What is absent on one side is null on the other."""
    if isinstance(want, Mapping) and isinstance(got, Mapping):
        keys = [*want, *(key for key in got if key not in want)]
        return _first(difference(want.get(key), got.get(key), f"{path}.{key}") for key in keys)
    if isinstance(want, list | tuple) and isinstance(got, list):
        if len(want) != len(got):
            return f"{path}: {len(want)} and {len(got)} long: {want} and {got}"
        return _first(difference(one, other, f"{path}[{place}]") for place, (one, other) in enumerate(zip(want, got, strict=True)))
    is_number = isinstance(want, int | float) and isinstance(got, int | float)
    same = isclose(want, got, rel_tol=1e-9, abs_tol=1e-9) if is_number else want == got
    return "" if same else f"{path}: {want!r} and {got!r}"


def _first(differences: Iterator[str]) -> str:
    return next((found for found in differences if found), "")
