"""The data dictionary `data/README.md`, written from the schema and the rules themselves."""

from collections.abc import Iterator

from lib.curation.checks import CHAPTERS, rule_name
from lib.curation.entries import Entry
from lib.curation.row_checks import KEY_SENTENCE
from lib.domain.changelog import Changelog
from lib.domain.schema import Field, Table
from lib.domain.tables import CONTRACT_VERSION, TABLES

_FIXED = {
    "FREQ": "`A` (annual); a span of years is a multi-annual period",
    "UNIT_MULT": "`0`: values are in base units",
    "CONF_STATUS": "`F` (free for publication)",
}
_MAKING = (
    "- `curated/` is the text that people edit. `python -m lib.curation.build` checks it and writes the tables; with `--check` it says",
    "  whether they are stale.",
    "- `fingerprints/` holds the SHA-256 of each document, of each of its sentences and of its two lists below: a quote is proven without",
    "  the document.",
    "- `numbers/` lists every number of each document, `anchors/` the sentences that exclusions and dismissals speak of: with them every",
    "  clone accounts for all numbers (`python -m lib.curation.numbers`).",
    "- Who has the documents proves these files again: `python -m lib.curation.prove --check --texts FOLDER`.",
    "- `versions/` keeps every release as it was (`python -m lib.curation.keep`), `curated/changelog.toml` tells what each brought.",
    "- `manifest.json` holds the hash of every file.",
)


def dictionary(dataset: Entry, changelog: Changelog) -> str:
    """Write the whole dictionary in Markdown."""
    return "\n".join(_lines(dataset, changelog)) + "\n"


def _lines(dataset: Entry, changelog: Changelog) -> Iterator[str]:
    yield f"# {dataset.text('title_en')}: data dictionary"
    yield ""
    yield "<!-- Written by `python -m lib.curation.build`; edits are overwritten. -->"
    yield ""
    version = f"Dataset version {dataset.text('version')} of {dataset.text('released')}, contract version {CONTRACT_VERSION}."
    yield f"{dataset.text('title_zh')}. {version}"
    yield from ("", dataset.text("description_en"), "", dataset.text("description_zh"), "")
    yield f"Licence of the compilation: [{dataset.text('licence')}]({dataset.text('licence_url')}). {dataset.text('quotes_licence')}"
    yield from ("", *_how_it_is_made(), "", "## Tables", "")
    yield from (f"- [`{table.file_name}`](#{table.name}): {table.description}" for table in TABLES)
    for table in TABLES:
        yield from ("", *_table(table))
    yield from ("", *_sdmx(), "", *_rules())
    if changelog.releases:
        yield from ("", "## Changes", "", *(f"- {one.version} ({one.released}): {one.told_en}" for one in changelog.releases))


def _how_it_is_made() -> Iterator[str]:
    yield "## How it is made"
    yield ""
    yield from _MAKING


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.name}"
    yield ""
    key, order = (", ".join(f"`{column}`" for column in columns) for columns in (table.key, table.order))
    yield f"{table.description} Key: {key}. Order: {order}."
    yield ""
    yield "| column | type | meaning | holds | example | not |"
    yield "|---|---|---|---|---|---|"
    yield from (_row(field) for field in table.fields)


def _row(field: Field) -> str:
    holds = " ".join(rule.sentence for rule in field.constraints)
    cells = (f"`{field.name}`", field.type, field.description, holds, _code(field.example), _code(field.bad_example))
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _sdmx() -> Iterator[str]:
    yield "## In SDMX terms"
    yield ""
    yield "| concept | here |"
    yield "|---|---|"
    columns: dict[str, list[str]] = {}
    for table in TABLES:
        for field in table.fields:
            if field.sdmx:
                columns.setdefault(field.sdmx, []).append(f"`{table.name}.{field.name}`")
    yield from (f"| {concept} | {', '.join(names)} |" for concept, names in sorted(columns.items()))
    yield from (f"| {concept} | {words} |" for concept, words in sorted(_FIXED.items()))


def _rules() -> Iterator[str]:
    yield "## Rules"
    yield ""
    yield f"The build fails, and lists every break, unless all of these hold. {KEY_SENTENCE}"
    for title, rules in CHAPTERS:
        yield from ("", f"### {title}", "")
        yield from (f"- **{rule_name(rule)}**: {rule.sentence}" for rule in rules)
