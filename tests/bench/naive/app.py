"""The Explore page as Streamlit is usually written: the baseline that the real page is measured against.

Everything runs again on every click: the tables are read and joined, the charts are built as Altair objects, the quotes are elements.
It shows what the real page shows (the same figures, charts, words of a mark and cards) and leaves out what would only cost it time:
counts beside the options, a second language, the checks of the quotes, and figures on the cards that can be picked.
"""

from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st

DATA = Path(__file__).resolve().parents[3] / "data"
THEMES = {"income_gap": "Income gap", "industry": "Industry", "public_services": "Public services"}
STATUSES = {"actual": "Reported", "ongoing": "Under way", "plan": "Planned", "target": "Target"}
SHAPES = {"actual": "circle", "ongoing": "circle", "plan": "square", "target": "diamond"}
FILLS = {"actual": 1.0, "ongoing": 0.3, "plan": 0.0, "target": 0.0}
AREAS = {"410100": "Zhengzhou", "330100": "Hangzhou", "330603": "Keqiao", "330000": "Zhejiang"}
COLOURS = ["#1D4ED8", "#00847e", "#6d3e91", "#883039", "#8A6A00"]
TOOLTIP = ["indicator", "region", "period", "printed", "normalised", "status", "source"]
CARDS = 20


def read_figures() -> pd.DataFrame:
    """Read the figures and join what is known of each."""
    figures = pd.read_parquet(DATA / "observations.parquet")
    indicators = pd.read_parquet(DATA / "indicators.parquet")[["indicator_id", "label_en", "definition_en", "ordinal"]]
    regions = pd.read_parquet(DATA / "regions.parquet")[["region_id", "name_en", "parent_id", "ordinal"]]
    quotes = pd.read_parquet(DATA / "quotes.parquet")[["quote_id", "text", "locator", "programmes"]]
    sources = pd.read_parquet(DATA / "sources.parquet")[["source_id", "title", "publisher", "published", "url"]]
    units = pd.read_parquet(DATA / "units.parquet")[["unit", "label_en"]].rename(columns={"label_en": "unit_en"})
    figures = figures.merge(indicators.rename(columns={"label_en": "indicator", "ordinal": "indicator_ordinal"}), on="indicator_id")
    figures = figures.merge(regions.rename(columns={"name_en": "region", "ordinal": "region_ordinal"}), on="region_id")
    figures = figures.merge(quotes, on="quote_id").merge(sources, on="source_id").merge(units, on="unit", how="left")
    figures["area"] = [area_of(code, regions) for code in figures["region_id"]]
    return figures.sort_values(["theme", "topic", "indicator_ordinal", "region_ordinal", "year_start", "observation_id"])


def area_of(code: str, regions: pd.DataFrame) -> str:
    """Find the case area that a place lies in."""
    parents = dict(zip(regions["region_id"], regions["parent_id"], strict=True))
    while code and code not in AREAS:
        code = parents.get(code) or ""
    return AREAS.get(code, "Elsewhere")


def inside(codes: list[str], regions: pd.DataFrame) -> set[str]:
    """Collect the places and all that lies inside them."""
    found = set(codes)
    while True:
        more = set(regions.loc[regions["parent_id"].isin(found), "region_id"]) - found
        if not more:
            return found
        found |= more


def period(row: pd.Series) -> str:
    """Write the years of a figure."""
    return str(row["year_end"]) if row["year_start"] == row["year_end"] else f"{row['year_start']}-{row['year_end']}"


def with_words(figures: pd.DataFrame) -> pd.DataFrame:
    """Add what the marks and the table say, and where the marks stand."""
    figures = figures.reset_index(drop=True)
    figures["bound"] = figures["bound_printed"].fillna("")
    figures["period"] = figures.apply(period, axis=1) if len(figures) else ""
    figures["label"] = (figures["bound"] + " " + figures["printed"]).str.strip()
    figures["normalised"] = figures["value"].map("{:,.10g}".format) + " " + figures["unit_en"].fillna("")
    figures["status_name"] = figures["status"].map(STATUSES)
    figures["source"] = figures["publisher"] + ", " + figures["published"].astype(str)
    figures["line"] = figures["indicator"] + " · " + figures["region"] + " · " + figures["period"]
    figures["line"] = figures["line"] + figures.groupby("line").cumcount().map(lambda n: f" ({n + 1})" if n else "")
    highest = figures.groupby("indicator_id")["value"].transform("max").clip(lower=0).replace(0, 1)
    figures["start"], figures["fraction"] = 0.0, (figures["value"] / highest).clip(lower=0)
    figures["theme_name"] = figures["theme"].map(THEMES)
    rank = figures.groupby(["theme", "year_end"]).cumcount()
    figures["column"], figures["level"] = rank % 4, rank // 4
    return figures


def area_scale() -> alt.Scale:
    """Give each area its colour."""
    return alt.Scale(domain=[*AREAS.values(), "Elsewhere"], range=COLOURS)


def tooltip() -> list[alt.Tooltip]:
    """Show the words of a mark."""
    fields = {"status": "status_name"}
    return [alt.Tooltip(f"{fields.get(name, name)}:N", title=name.capitalize()) for name in TOOLTIP]


def points(base: alt.Chart, pick: alt.Parameter, size: int) -> alt.Chart:
    """Draw the marks of a chart: colour by area, shape and fill by status, the others fading when one is chosen."""
    faded = alt.condition("datum.chosen || !datum.any_chosen", alt.value(1), alt.value(0.4))
    return (
        base.mark_point(size=size, strokeWidth=2)
        .encode(
            shape=alt.Shape("status:N", scale=alt.Scale(domain=list(SHAPES), range=list(SHAPES.values())), legend=None),
            stroke=alt.Stroke("area:N", scale=area_scale(), legend=None),
            fill=alt.Fill("area:N", scale=area_scale(), legend=None),
            fillOpacity=alt.FillOpacity("status:O", scale=alt.Scale(domain=list(FILLS), range=list(FILLS.values())), legend=None),
            opacity=faded,
            tooltip=tooltip(),
        )
        .add_params(pick)
    )


def by_indicator(figures: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw every figure on a line of its own, on the scale of its indicator."""
    pick = alt.selection_point(name="pick", fields=["observation_id"])
    line = alt.Y("line:N", sort=None, title=None, axis=alt.Axis(labelLimit=240, ticks=False, domain=False))
    room = alt.Scale(domain=[0, 1.4])
    base = alt.Chart(figures).encode(x=alt.X("fraction:Q", axis=None, scale=room), y=line)
    stems = base.mark_rule(stroke="#7B8594").encode(x=alt.X("start:Q", axis=None, scale=room), x2="fraction:Q")
    arrows = (
        base.transform_filter("datum.bound != ''")
        .mark_text(align="left", dx=7, text="→", fontSize=14)
        .encode(color=alt.Color("area:N", scale=area_scale(), legend=None))
    )
    labels = base.mark_text(align="left", dx=22, fontWeight="bold").encode(text="label:N")
    return alt.layer(stems, arrows, labels, points(base, pick, 90)).properties(height=alt.Step(34))


def over_time(figures: pd.DataFrame) -> alt.Chart:
    """Stack every figure at its last year, in the lane of its theme."""
    pick = alt.selection_point(name="pick", fields=["observation_id"])
    base = alt.Chart(figures).encode(
        x=alt.X("year_end:O", title=None),
        xOffset=alt.XOffset("column:O"),
        y=alt.Y("theme_name:N", title=None),
        yOffset=alt.YOffset("level:O", sort="descending"),
    )
    return points(base, pick, 60).properties(height=420)


def coverage(figures: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Count the figures by region and theme."""
    counts = figures.groupby(["region_ordinal", "region", "theme_name"]).size().rename("figures").reset_index()
    places = counts[["region_ordinal", "region"]].drop_duplicates().merge(pd.DataFrame({"theme_name": list(THEMES.values())}), how="cross")
    cells = places.merge(counts, how="left").fillna({"figures": 0}).sort_values("region_ordinal")
    cells["words"] = cells["figures"].map(lambda count: f"{count:.0f}" if count else "not reported")
    pick = alt.selection_point(name="cell", fields=["region", "theme_name"])
    base = alt.Chart(cells).encode(
        x=alt.X("theme_name:N", title=None, axis=alt.Axis(orient="top", labelAngle=0)),
        y=alt.Y("region:N", sort=None, title=None),
        tooltip=["region:N", "theme_name:N", "figures:Q"],
    )
    tint = alt.Color("figures:Q", scale=alt.Scale(type="threshold", domain=[1, 3, 10], range=["#F3F4F6", "#E8EDF3", "#D3DCE6", "#BCC9D7"]))
    boxes = base.mark_rect(cornerRadius=4).encode(color=tint.legend(None)).add_params(pick)
    return alt.layer(boxes, base.mark_text().encode(text="words:N")).properties(height=alt.Step(34))


def chosen_figure() -> str:
    """Tell which figure was clicked in one of the charts."""
    for chart in ("by_indicator", "over_time"):
        picked = st.session_state.get(chart, {}).get("selection", {}).get("pick", [])
        if picked:
            return str(picked[0]["observation_id"])
    return ""


def filtered(figures: pd.DataFrame, regions: pd.DataFrame, programmes: pd.DataFrame) -> pd.DataFrame:
    """Show the filters and keep the figures that fit."""
    names = dict(zip(regions["region_id"], regions["name_en"] + " " + regions["name_zh"], strict=True))
    labels = dict(zip(programmes["programme_id"], programmes["label_en"], strict=True))
    first, last = int(figures["year_start"].min()), int(figures["year_end"].max())
    with st.sidebar:
        st.subheader("Filters")
        words = st.text_input("Search").strip().lower()
        places = st.multiselect("Region", sorted(set(figures["region_id"])), format_func=names.__getitem__)
        with_inside = st.checkbox("With the places inside", value=True)
        themes = st.multiselect("Theme", list(THEMES), format_func=THEMES.__getitem__)
        years = st.slider("Years", first, last, (first, last))
        st.markdown("**Status**")
        statuses = [status for status, name in STATUSES.items() if st.checkbox(name, value=True)]
        chosen = st.multiselect("Programme", list(labels), format_func=labels.__getitem__)
    if places:
        figures = figures[figures["region_id"].isin(inside(places, regions) if with_inside else places)]
    if themes:
        figures = figures[figures["theme"].isin(themes)]
    if words:
        figures = figures[
            (figures["text"] + " " + figures["indicator"] + " " + figures["region"]).str.lower().str.contains(words, regex=False)
        ]
    if chosen:
        figures = figures[[bool(set(str(listed).split(";")) & set(chosen)) for listed in figures["programmes"]]]
    return figures[figures["status"].isin(statuses) & (figures["year_end"] >= years[0]) & (figures["year_start"] <= years[1])]


def verbatim(text: str) -> str:
    """Keep a quote from being read as Markdown."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!$:|~<>" else sign for sign in text)


def card(rows: pd.DataFrame, picked: str = "") -> None:
    """Show a sentence, where it comes from and the figures in it."""
    quote = rows.iloc[0]
    with st.container(border=True):
        st.caption(f"{quote['source']} · ✓ Verbatim")
        text = verbatim(quote["text"])
        for printed in rows.loc[rows["observation_id"] == picked, "printed"].map(verbatim):
            text = text.replace(printed, f":blue-background[{printed}]", 1)
        st.markdown(f"> {text}")
        for row in rows.itertuples():
            st.markdown(f"{verbatim(str(row.indicator))} · {row.region} · {row.period} · {row.status_name}: **{verbatim(str(row.label))}**")


def details(row: pd.Series) -> None:
    """Show what is known of the chosen figure."""
    facts = {
        "As printed": row["label"], "As a number": row["normalised"], "Definition": row["definition_en"], "Region": row["region"],
        "Period": row["period"], "Status": row["status_name"], "Caveats": row["caveats"] or "", "Published": row["source"],
        "Place in the document": row["locator"], "Document": row["title"], "Figure": row["observation_id"],
    }  # fmt: skip
    st.markdown("\n".join(f"- **{name}**: {verbatim(str(value))}" for name, value in facts.items() if value))


def quotes(figures: pd.DataFrame, everything: pd.DataFrame, picked: str) -> None:
    """Show the sentence of the chosen figure, then the others in view."""
    st.subheader("The sentences")
    by_quote = dict(list(figures.groupby("quote_id", sort=False)))
    st.caption(f"{len(by_quote)} sentences in view")
    if picked:
        row = everything[everything["observation_id"] == picked].iloc[0]
        with st.container(key="chosen"):
            card(everything[everything["quote_id"] == row["quote_id"]], picked)
            details(row)
        by_quote.pop(row["quote_id"], None)
    shown = list(by_quote.values())[: st.session_state.get("cards", CARDS)]
    for rows in shown:
        card(rows)
    if len(shown) < len(by_quote) and st.button("Show more"):
        st.session_state["cards"] = len(shown) + CARDS
        st.rerun()


st.set_page_config("Explore", layout="wide")
st.title("Explore the evidence")
st.markdown("Filter the figures, see them in linked charts, and read the sentence behind each.")
everything = with_words(read_figures())
regions = pd.read_parquet(DATA / "regions.parquet")
figures = with_words(filtered(everything, regions, pd.read_parquet(DATA / "programmes.parquet")))
picked = chosen_figure()
figures["chosen"], figures["any_chosen"] = figures["observation_id"] == picked, bool(picked)
st.container(key="shown").markdown(f"Showing {len(figures)} of {len(everything)} figures.")
left, right = st.columns([4, 3])
with left:
    for title, key, draw in (("By indicator", "by_indicator", by_indicator), ("Over time", "over_time", over_time)):
        with st.container(border=True):
            st.subheader(title)
            with st.container(height=620 if key == "by_indicator" else "content", border=False, key=f"frame_{key}"):
                st.altair_chart(draw(figures), on_select="rerun", key=key)
    with st.container(border=True):
        st.subheader("Coverage")
        with st.container(height=620, border=False):
            st.altair_chart(coverage(figures), on_select="rerun", key="coverage")
    st.subheader("Table")
    st.dataframe(figures[["indicator", "region", "period", "normalised", "status_name", "printed", "source"]], hide_index=True)
with right:
    quotes(figures, everything, picked)
