"""What a reader needs to cite a figure, a view, the dataset or a document: references whose open places the browser fills in.

The address and the day are known to the browser alone, and a figure is chosen there: each such place stands between two marks.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from lib.domain.vocabulary import SourceKind
from lib.export.references import STYLES, TEX_ESCAPES, Day, Kind, Reference
from lib.queries.sources import source_list
from lib.queries.store import Store
from lib.text.catalogue import Language, say
from lib.ui import cache, state
from lib.ui.component import component
from lib.ui.rows import each
from lib.ui.whole_view import completion
from lib.ui.words import t

_COMPONENT = component("cite", '<div class="cite-root"></div>', "going", "challenge", "citing")
_OPEN, _CLOSE = "\ue000", "\ue001"
_ESCAPES = {"apa": "text", "gbt": "text", "bibtex": "tex", "csl": "json"}
_KEY = "cpe"
# How the parts stand together where a figure is cited with its document.
_PATTERNS = {"text": "“{quote}”\n\n{document}\n\n{reference}", "tex": "{document}\n\n{reference}", "json": "[\n{document},\n{reference}\n]"}

Words = dict[str, Any]


def _place(name: str) -> str:
    return f"{_OPEN}{name}{_CLOSE}"


_TODAY = Day(_place("accessed"), _place("accessedlong"), (_place("year"), _place("month"), _place("day")))


def figure_words(language: Language, store: Store) -> Words:
    """Return what the browser needs to cite a chosen figure: its sentence, its document, and the figure in the dataset."""
    documents = {row.prefix: document_reference(row) for row in each(cache.answer(store, source_list))}
    title = say(language, "cite.figure_title", what=_place("what"), place=_place("place"), shown=_place("shown"), claim=_place("claim"))
    reference = _of_dataset(language, store, f"{_KEY}-{_place('claim')}", title, note=_place("quote"))
    return _words(language, store, "figure", reference, documents)


def cite_view(store: Store, title: str) -> None:
    """Offer references to the view of the page with that title, of this version of the dataset."""
    reference = _of_dataset(state.selection().language, store, f"{_KEY}-{store.version}-view", title)
    _draw(store, "view", reference)


def cite_chart(store: Store, key: str, title: str, anchor: str = "") -> None:
    """Offer references to one chart of the page, at its place there if it has one.

    Needs: a key of its own on the page, and the title of the chart.
    """
    reference = _of_dataset(state.selection().language, store, f"{_KEY}-{store.version}-chart", title)
    _draw(store, "chart", reference, f"_{key}", anchor)


def cite_dataset(store: Store) -> None:
    """Offer references to the whole dataset in this version."""
    _draw(store, "dataset", dataset_reference(state.selection().language, store))


def dataset_reference(language: Language, store: Store) -> Reference:
    """Return the reference to the dataset in this version."""
    return _of_dataset(language, store, f"{_KEY}-{store.version}", "")


def cite_document(store: Store, document: Any) -> None:
    """Offer references to one document, a row of `lib.queries.sources.source_list`."""
    _draw(store, "document", document_reference(document))


def document_reference(document: Any) -> Reference:
    """Return the reference to a document, its title and names as it prints them."""
    return Reference(
        key=document.source_id,
        kind=Kind.PAGE if document.kind == SourceKind.GOVERNMENT_RELEASE else Kind.NEWS,
        title=document.title,
        authors=tuple(name for name in document.authors.split(";") if name),
        issued=Day.of(document.published),
        accessed=_TODAY,
        url=document.url,
        publisher=document.publisher,
        language=document.language,
    )


def _of_dataset(language: Language, store: Store, key: str, title: str, note: str = "") -> Reference:
    name, whole = say(language, "app.title"), say(language, "cite.dataset")
    return Reference(
        key=key,
        kind=Kind.DATASET,
        title=title or whole,
        authors=(name,),
        issued=Day.of(store.manifest.released),
        accessed=_TODAY,
        url=_place("link"),
        publisher=name,
        container=whole if title else "",
        version=store.version,
        language=language,
        note=note,
    )


def _words(language: Language, store: Store, what: str, reference: Reference, documents: Mapping[str, Reference]) -> Words:
    order: Sequence[str] = ("gbt", "apa", "bibtex", "csl") if language == "zh" else tuple(STYLES)
    said = {name: say(language, f"cite.{name}") for name in ("style", "note", "copy", "copied")}
    styles = [
        {
            "name": name,
            "label": say(language, f"cite.{name}"),
            "escape": _ESCAPES[name],
            "pattern": _PATTERNS[_ESCAPES[name]],
            "reference": STYLES[name](reference),
            "documents": {prefix: STYLES[name](document) for prefix, document in documents.items()},
        }
        for name in order
    ]
    return said | {"title": say(language, f"cite.title_{what}"), "styles": styles, "tex": dict(TEX_ESCAPES), "version": store.version}


def _draw(store: Store, what: str, reference: Reference, name: str = "", anchor: str = "") -> None:
    data = _words(state.selection().language, store, what, reference, {})
    place = {"isWhole": what == "dataset", "completion": completion(), "anchor": anchor}
    _COMPONENT(key=f"cite_{what}{name}", data=data | place | {"label": t(f"cite.title_{what}")})
