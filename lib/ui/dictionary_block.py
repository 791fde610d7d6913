"""The data dictionary on the Data page: one table at a time, or what a search finds in all of them."""

from collections.abc import Iterator

import streamlit as st

from lib.domain.schema import Field, Table
from lib.domain.tables import INDICATORS, PROGRAMMES, REGIONS, TABLES, UNITS
from lib.queries.codes import indicators, programmes, regions, units
from lib.queries.store import Store
from lib.ui.cache import answer
from lib.ui.figure_table import text_table
from lib.ui.words import plain, t

_CODE_LISTS = {REGIONS.name: regions, INDICATORS.name: indicators, UNITS.name: units, PROGRAMMES.name: programmes}
_COLUMNS = tuple(f"column.{name}" for name in ("column", "type", "meaning", "rules", "example", "sdmx"))


def dictionary(store: Store) -> None:
    """Show columns with type, meaning, rules, example and SDMX term: those a search finds, else those of one table with its codes."""
    st.header(t("data.dictionary"), anchor="dictionary")
    st.caption(plain(t("data.dictionary_note")))
    choice, search = st.columns(2)
    names = {declared.name: declared for declared in TABLES}
    chosen = choice.selectbox(t("data.dictionary_choose"), list(names), key="dictionary_table")
    words = search.text_input(t("data.dictionary_search"), key="dictionary_search", max_chars=100, icon=":material/search:")
    if words.strip():
        _found(words)
        return
    text_table(_COLUMNS, [_cells(field) for field in names[chosen].fields], "dictionary", names[chosen].description, height=560)
    if chosen in _CODE_LISTS:
        listed = answer(store, _CODE_LISTS[chosen])
        st.dataframe(listed, hide_index=True, height=420, alt=t("data.codes_alt", count=len(listed)), key=f"codes_{chosen}")


def _found(words: str) -> None:
    rows = [(table.name, *_cells(field)) for table, field in matching(words)]
    told = t("data.dictionary_found", count=len(rows), words=words)
    st.text(told)
    if rows:
        text_table(("column.table", *_COLUMNS), rows, "dictionary_found", told, height=560)


def matching(words: str) -> Iterator[tuple[Table, Field]]:
    """Give the columns, of all tables, whose name, meaning, rules or SDMX term hold every one of the words."""
    wanted = words.casefold().split()
    for table in TABLES:
        for field in table.fields:
            text = " ".join((table.name, *_cells(field))).casefold()
            if all(word in text for word in wanted):
                yield table, field


def _cells(field: Field) -> tuple[str, ...]:
    rules = " ".join(rule.sentence for rule in field.constraints).replace("`", "")
    return field.name, field.type, field.description, rules, field.example, field.sdmx
