"""The data package of a dataset: its tables, and what the package says of itself, in English and in Chinese."""

import pandas as pd

from lib.domain.changelog import Changelog
from lib.domain.schema import Table
from lib.domain.tables import TABLES
from lib.export.package import Told, package
from lib.export.references import Day, Kind, Reference, apa, gbt
from lib.queries.store import Store
from lib.text.catalogue import LANGUAGES, Language, say


def dataset_package(store: Store, changelog: Changelog, dictionary: str) -> bytes:
    """Return the zip of all tables of the store, with the dictionary in Markdown."""
    told = Told(
        title=say("en", "cite.dataset"),
        description=say("en", "package.description"),
        version=store.version,
        released=store.manifest.released,
        readme=_readme(store),
        licence=_in_both("package.licence"),
        changelog=_changes(changelog),
        dictionary=dictionary,
    )
    return package(told, ((table, _rows(store, table)) for table in TABLES))


def _rows(store: Store, table: Table) -> pd.DataFrame:
    return store.run(f"select {', '.join(table.told)} from {table.name} order by {', '.join((*table.order, *table.key))}")


def _readme(store: Store) -> str:
    tables = "\n".join(f"- `data/{table.name}.csv`: {table.description}" for table in TABLES)
    parts = [_readme_in(language, store, tables) for language in LANGUAGES]
    return "\n\n".join(parts) + "\n"


def _readme_in(language: Language, store: Store, tables: str) -> str:
    style = gbt if language == "zh" else apa
    return say(
        language, "package.readme", title=say(language, "cite.dataset"), version=store.version, released=store.manifest.released,
        description=say(language, "package.description"), reference=style(_reference(language, store)), tables=tables,
    ).strip()  # fmt: skip


def _reference(language: Language, store: Store) -> Reference:
    name = say(language, "app.title")
    issued = Day.of(store.manifest.released)
    return Reference("dataset", Kind.DATASET, say(language, "cite.dataset"), (name,), issued, publisher=name, version=store.version)


def _in_both(key: str) -> str:
    return "\n\n".join(say(language, key).strip() for language in LANGUAGES) + "\n"


def _changes(changelog: Changelog) -> str:
    lines = ["# Changelog", ""]
    for release in changelog.releases:
        lines += [f"## {release.version} ({release.released})", "", release.told_en, "", release.told_zh, ""]
    lines += ["## Corrections", ""] if changelog.corrections else []
    for one in changelog.corrections:
        english = f"{one.was_en} {one.now_en} ({one.noticed_en})"
        lines += [f"- `{one.row}`, {one.since} → {one.version}, {one.on}: {english}", f"  {one.was_zh}{one.now_zh}（{one.noticed_zh}）"]
    return "\n".join(lines).rstrip() + "\n"
