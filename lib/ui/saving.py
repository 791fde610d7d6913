"""Takes a chart away: as a picture that stands alone, or as its figures. Nothing is made before it is asked for."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from lib.charts.drawing import Drawing
from lib.export import files
from lib.export.about import About
from lib.export.rows import download_rows, with_origin
from lib.ui.words import t

Headed = tuple[str, Drawing]

_LONGEST_NAME = 60
_ICON = ":material/download:"
_TYPES = {"png": "image/png", "svg": "image/svg+xml", "csv": "text/csv"}


@dataclass(frozen=True)
class Saving:
    """What a chart can be taken away as.

    `name` is of the files, in English; `version` of the dataset; `csv` makes the figures; `about` says what they are; `drawings` makes the
    charts in light colours, each with a heading or none, to stand one below the other or in columns. All three are called from a thread of
    the server that knows no reader: they hold what they need of the session.
    """

    name: str
    version: str
    csv: Callable[[], bytes]
    about: Callable[[], About]
    drawings: Callable[[], Sequence[Headed]] | None = None
    notes: tuple[str, ...] = ()
    columns: int = 1

    def file_name(self, suffix: str) -> str:
        """Name a file: what it shows, of which dataset, in ASCII."""
        return f"{slug(self.name)}-{slug(self.version)}.{suffix}"

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


def save_control(key: str, saving: Saving, story: Mapping[str, Sequence[str]] | None = None) -> None:
    """Offer the files of a chart in one quiet control; a block without a chart offers its figures.

    Needs: where the chart can be a story of one step, the parameters that open it, for there its slides are made.
    """
    if saving.drawings is None:
        _download(key, saving, "csv", t("save.csv_alone"), is_quiet=True)
        return
    with st.popover(t("save.label"), icon=_ICON, type="tertiary", key=f"save_{key}", help=t("save.help")):
        downloads(key, saving)
        if story:
            st.page_link("pages/stories.py", label=t("slides.elsewhere"), query_params=story, icon=":material/slideshow:")
        st.caption(t("save.note"))


def downloads(key: str, saving: Saving) -> None:
    """Show a button for each file."""
    for suffix in _TYPES:
        _download(key, saving, suffix, t(f"save.{suffix}"))


def _download(key: str, saving: Saving, suffix: str, label: str, *, is_quiet: bool = False) -> None:
    st.download_button(
        label,
        {"png": saving.png, "svg": saving.svg, "csv": saving.csv}[suffix],
        saving.file_name(suffix),
        _TYPES[suffix],
        key=f"save_{key}_{suffix}",
        on_click="ignore",
        type="tertiary" if is_quiet else "secondary",
        icon=_ICON if is_quiet else None,
        width="content" if is_quiet else "stretch",
    )
