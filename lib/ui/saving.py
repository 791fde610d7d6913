"""Takes a chart away: as a picture that stands alone, or as its figures. Nothing is made before it is asked for."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from lib.charts.drawing import Drawing
from lib.export import files
from lib.export.about import About
from lib.export.rows import download_rows, with_origin
from lib.queries.store import Store
from lib.ui import page_savings
from lib.ui.cite import cite_chart
from lib.ui.words import t

Headed = tuple[str, Drawing]

_LONGEST_NAME = 60
_ICON = ":material/download:"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pptx": PPTX, "csv": "text/csv"}


@dataclass(frozen=True)
class Saving:
    """What a chart can be taken away as.

    `name` is of the files, in English; `title` the chart's, in the reader's language; `csv` makes the figures; `about` says what they are;
    `drawings` makes the charts in light colours, each with a heading or none, to stand one below the other or in columns.

    For slides: `finding` is what the figures say, where that is more than the title; `rows` returns those whose sentences go along;
    `drawing` names the drawing of a story that an office program can make of them; `slides` makes the charts cut to the height of a slide,
    `parts` what each shall have a slide of its own.
    Whatever is called is called from a thread of the server that knows no reader: it holds what it needs of the session.
    """

    name: str
    store: Store
    csv: Callable[[], bytes]
    about: Callable[[], About]
    drawings: Callable[[], Sequence[Headed]] | None = None
    notes: tuple[str, ...] = ()
    columns: int = 1
    finding: str = ""
    rows: Callable[[], pd.DataFrame] | None = None
    drawing: str = ""
    title: str = ""
    slides: Callable[[], Sequence[Headed]] | None = None
    parts: Callable[[], Sequence["Saving"]] | None = None

    def file_name(self, suffix: str) -> str:
        """Name a file: what it shows, of which dataset, in ASCII."""
        return f"{slug(self.name)}-{slug(self.store.version)}.{suffix}"

    def svg(self) -> bytes:
        """Make the picture as SVG."""
        # Here and not above: without the package that compiles charts the pages still open.
        from lib.export.pictures import svg
        from lib.ui.picture_view import picture_of

        return svg(picture_of(self))

    def png(self) -> bytes:
        """Make the picture as PNG."""
        from lib.export.pictures import png
        from lib.ui.picture_view import picture_of

        return png(picture_of(self))

    def pptx(self) -> bytes:
        """Make the slides of this chart alone."""
        from lib.export.deck import pptx
        from lib.ui.page_slides import taken

        return pptx(taken(self.store, [self], "", self.about().language).deck)


def figures_csv(rows: pd.DataFrame, about: About, **told: str) -> bytes:
    """Return figures as CSV, each with the dataset, the view and the link it came from, and what else is told of all of them."""
    return files.csv(with_origin(download_rows(rows, about.version), about).assign(**told))


def counts_csv(counts: pd.DataFrame, about: About) -> bytes:
    """Return counted figures as CSV, each line with the dataset, the view and the link it came from."""
    origin = {"dataset_version": about.version, "view": about.filters, "view_link": about.link, "downloaded": about.made}
    return files.csv(counts.assign(**origin))


def slug(text: str, otherwise: str = "figures") -> str:
    """Return a text as part of a file's name, small Latin letters, digits, dots and hyphens; another where none of it is left."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", "-", plain)[:_LONGEST_NAME].strip("-.") or otherwise


def save_control(key: str, saving: Saving, anchor: str = "") -> None:
    """Offer the files of a chart and its reference in one quiet control; a block without a chart offers its figures. The page's own
    slides take it along.

    Needs: a key of its own on the page; the place of the chart on its page, if it has one.
    """
    page_savings.note(key, saving)
    if saving.drawings is None:
        _download(key, saving, "csv", t("save.csv_alone"), is_quiet=True)
        return
    # A fragment of its own: what is offered is drawn when it is opened, and by itself.
    st.fragment(_menu, key=f"save_menu_{key}")(key, saving, anchor)


def _menu(key: str, saving: Saving, anchor: str) -> None:
    menu = st.popover(t("save.label"), icon=_ICON, type="tertiary", key=f"save_{key}", help=t("save.help"), on_change="rerun")
    if not menu.open:
        return
    with menu:
        downloads(key, saving)
        st.caption(t("save.note"))
        cite_chart(saving.store, key, saving.title, anchor)


def downloads(key: str, saving: Saving) -> None:
    """Show a button for each file."""
    for suffix in _TYPES:
        _download(key, saving, suffix, t(f"save.{suffix}"))


def _download(key: str, saving: Saving, suffix: str, label: str, *, is_quiet: bool = False) -> None:
    st.download_button(
        label,
        {"png": saving.png, "svg": saving.svg, "pptx": saving.pptx, "csv": saving.csv}[suffix],
        saving.file_name(suffix),
        _TYPES[suffix],
        key=f"save_{key}_{suffix}",
        on_click="ignore",
        type="tertiary" if is_quiet else "secondary",
        icon=_ICON if is_quiet else None,
        width="content" if is_quiet else "stretch",
    )
