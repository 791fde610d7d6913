"""The Conflicts page: every pair with both reports, how far they are apart, and where each was read."""

from functools import cache

from streamlit.testing.v1 import AppTest

from lib.charts.two_reports import two_reports
from lib.queries.conflicts import broken_series, conflicts, repetitions
from lib.queries.observations import figures_named
from lib.queries.store import Store
from lib.text.catalogue import say
from tests.pages.visits import charts, component_data, seen, visit


def test_every_pair_is_drawn_with_both_its_reports(real_store: Store):
    reader = _in_english()
    assert not reader.exception
    pairs = conflicts(real_store)
    assert len(charts(reader)) == len(pairs)
    opposed = int(pairs.is_conflict.sum())
    counts = {"disagree": opposed, "rounding": len(pairs) - opposed, "same": len(repetitions(real_store))}
    assert any(all(say("en", f"conflicts.count_{name}", count=count) in text for name, count in counts.items()) for text in _told(reader))
    for pair in pairs.itertuples():
        key = f"pair_{pair.first_id}_{pair.second_id}"
        ids = {figure["id"] for part in ("pages", "quotes") for figure in _figures(reader, f"{key}_{part}")}
        assert {pair.first_id, pair.second_id} <= ids


def test_breaks_are_listed_and_differences_have_their_formula(real_store: Store):
    reader = _in_english()
    assert len(component_data(reader, "breaks")["rows"]) == len(broken_series(real_store))
    told = _told(reader)
    assert any("67,983 − 67,893 = 90" in text for text in told)
    assert any("percentage points" in text for text in told)
    assert any("One report says 67,983 yuan a year, the other 67,893 yuan a year. No number fits both." in text for text in told)
    assert "Another page gives other digits: 67,893 and 67,983 differ by two digits that changed places." in told
    assert say("en", "conflicts.between.vintages") in told


def test_both_reports_stand_in_the_order_of_their_evidence_and_say_when_they_were_published(real_store: Store):
    rows = figures_named(real_store, ("of034-05", "of033-04"))[::-1]
    drawing = two_reports(rows, real_store.regions, "en", "light")
    assert drawing.rows["observation_id"].tolist() == ["of033-04", "of034-05"]
    assert drawing.rows["name"].tolist() == ["China Daily (paid content) · 25 January 2022", "China Daily (paid content) · 29 August 2022"]
    article_last = figures_named(real_store, ("of027-05", "zj23-36a"))
    assert two_reports(article_last, real_store.regions, "en", "light").rows["observation_id"].tolist() == ["zj23-36a", "of027-05"]


def test_pairs_without_an_article_are_counted_and_equal_pairs_are_listed(real_store: Store):
    reader, pairs = _in_english(), conflicts(real_store)
    alone = pairs[pairs.is_conflict.astype(bool) & ~pairs.between.isin(["articles", "article_and_official"])]
    told = say("en", "conflicts.official_alone", count=len(alone), total=int(pairs.is_conflict.sum()))
    assert told in _told(reader)
    rows = component_data(reader, "same")["rows"]
    assert len(rows) == len(repetitions(real_store))
    assert all(len({*row["cells"]}) >= 5 for row in rows)


def test_a_chosen_figure_shows_its_page_and_release():
    reader = visit("conflicts", {"claim": "of034-05"} | {"lang": "zh"})
    assert not reader.exception
    assert any("官方背景数据，不在文章中" in text for text in seen(reader))


def _told(reader) -> list[str]:
    return [text.replace("\\", "") for text in seen(reader)]


@cache
def _in_english() -> AppTest:
    return visit("conflicts", {"lang": "en"})


def _figures(reader, key: str) -> list[dict[str, str]]:
    try:
        return [figure for card in component_data(reader, key)["cards"] for figure in card["figures"]]
    except ValueError:
        return []
