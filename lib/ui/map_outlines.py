"""The outlines under the map: published at the first visit, or none, and then the map shows dots.

Settings, from the environment: `MAP_OUTLINES=off` draws none; `MAP_REVIEW_NO` is the map review number to print (none by default).
"""

import logging
import os
from functools import lru_cache

import streamlit as st

from lib.outlines.provinces import outlines, recipe
from lib.outlines.tianditu import OutlinesError
from lib.ui.publish import PublishingError, published_once

_LOG = logging.getLogger(__name__)


def outlines_address(province: str) -> str:
    """Return where the browser finds the outlines of a province, or nothing where the map has to do without."""
    if not _are_wanted():
        return ""
    try:
        return published_once(f"outlines-{province}.json", recipe(province), lambda: outlines(province))
    except (OutlinesError, PublishingError) as error:
        _tell_once(str(error))
        return ""


def review_number() -> str:
    """Return the map review number that the map has to show, if any."""
    return os.environ.get("MAP_REVIEW_NO", "").strip()


def _are_wanted() -> bool:
    is_off = os.environ.get("MAP_OUTLINES", "").strip().lower() in ("off", "no", "false", "0")
    return not is_off and bool(st.get_option("server.enableStaticServing"))


@lru_cache(maxsize=8)
def _tell_once(fault: str) -> None:
    _LOG.warning("The map shows dots instead of outlines. %s", fault)
