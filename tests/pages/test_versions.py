"""Links to an older version: its own figures on every page, a banner that says so, and the way to today's."""

from pathlib import Path

import pytest

from lib.queries.releases import changelog
from lib.queries.store import Store
from lib.text.catalogue import say
from tests.pages.visits import Link, address, component_data, elements, go, visit

OLD = {"v": "1.0.0"}


def banner(reader: object) -> list[str]:
    """Return what the banner over an older version says."""
    box = reader.get_by_key("version_banner")  # type: ignore[attr-defined]
    return [*(warning.value.replace("\\", "") for warning in box.warning), *(line.value for line in box.text)]


def has_banner(reader: object) -> bool:
    """Tell whether there is such a banner."""
    return any(button.key == "newest" for button in reader.button)  # type: ignore[attr-defined]


# One page of each make: drawn by the server, asked question by question, made of documents, made of stories.
@pytest.mark.parametrize("page", ["explore", "income_gap", "sources", "stories"])
def test_a_page_shows_an_older_version_under_its_banner(page: str, real_store: Store):
    reader = visit(page, OLD)
    assert not reader.exception
    told = banner(reader)[0]
    assert told.startswith("You are reading version 1.0.0 of 21 November 2026, as the link asks.")
    assert f"The newest version is {real_store.version} of" in told
    assert address(reader) == {"v": ["1.0.0"]}
    assert any("dataset version 1.0.0" in caption.value.replace("\\", "") for caption in reader.caption)


def test_the_banner_counts_what_changed_and_leads_to_today(real_store: Store):
    official = int(real_store.run("select count(*) as rows from observations where layer = 'official'")["rows"].iloc[0])
    reader = visit("explore", {"v": "1.1.0", "theme": "industry"})
    assert banner(reader)[1] == f"Since then, figures added: {official}; changed: 0; withdrawn: 0."
    reader.button("newest").click().run()
    assert address(reader) == {"theme": ["industry"]}
    assert not has_banner(reader)


def test_a_correction_is_told_where_the_corrected_figure_is_chosen(real_store: Store):
    sql = "select observation_id from observations where indicator_id = 'compulsory_school_difference_coefficient' order by observation_id"
    claim = str(real_store.run(sql).iloc[0, 0])
    assert banner(visit("explore", {"v": "1.0.0", "claim": claim}))[2].startswith("Corrected on 22 November 2026, in version 1.1.0.")
    assert len(banner(visit("explore", {"v": "1.1.0", "claim": claim}))) == 2


def test_the_version_stays_with_the_reader_from_page_to_page():
    reader = go(visit("explore", OLD | {"theme": "industry"}), "data")
    assert address(reader) == {"theme": ["industry"], "v": ["1.0.0"]}
    assert has_banner(reader)
    reader.button("reset").click().run()
    assert address(reader) == OLD | {"v": ["1.0.0"]}


@pytest.mark.parametrize("link", [{"v": "9.9.9"}, {"v": "../../etc"}, {"v": ["1", "1.0.0"]}, {"v": "1.0.0\x00"}])
def test_a_version_that_is_not_kept_is_said_and_today_is_shown(link: Link):
    reader = visit("data", link)
    assert not reader.exception
    assert not has_banner(reader)
    assert any("v “" in line.value for line in reader.get_by_key("link_notice").text)


def test_the_version_of_today_needs_no_banner(real_store: Store):
    reader = visit("data", {"v": real_store.version})
    assert not has_banner(reader)
    assert address(reader) == {"v": [real_store.version]}
    assert not [element for element in elements(reader) if getattr(element, "key", "") == "link_notice"]


def test_the_data_page_lists_every_release_with_its_rows(real_store: Store):
    reader = visit("data")
    rows = component_data(reader, "ids_1.2.0")["rows"]
    (added,) = [row["cells"] for row in rows if row["cells"][:2] == ["observations", "added"]]
    official = real_store.run("select observation_id from observations where layer = 'official' order by observation_id")
    assert added[2:] == [str(len(official)), ", ".join(official["observation_id"])]
    corrected = [row["cells"][0] for row in component_data(reader, "corrections")["rows"]]
    assert corrected == [one.row for one in changelog(real_store).corrections]


def test_an_older_release_is_opened_by_a_link_with_the_view():
    reader = visit("data", {"theme": "industry", "lang": "zh"})
    link = component_data(reader, "open_1.0.0")
    assert link["label"] == say("zh", "version.open", version="1.0.0")
    assert link["query_string"] == "theme=industry&v=1.0.0&lang=zh"


def test_a_damaged_older_version_is_said_with_its_remedy(copied_data: Path):
    (copied_data / "versions/1.0.0/quotes.parquet").write_bytes(b"x")
    reader = visit("explore", OLD)
    assert not reader.exception
    assert "data/versions/1.0.0/quotes.parquet" in [code.value for code in reader.code]
    assert "Restore the folder from the repository: git checkout data/versions" in [line.value for line in reader.text]


def test_the_dictionary_finds_columns_of_all_tables():
    reader = visit("data")
    reader.text_input("dictionary_search").input("REF_AREA region").run()
    cells = [row["cells"][:2] for row in component_data(reader, "dictionary_found")["rows"]]
    assert cells == [["observations", "region_id"], ["regions", "region_id"]]
    reader.text_input("dictionary_search").input("zeppelin").run()
    assert "0 columns hold “zeppelin”" in [line.value for line in reader.text]
