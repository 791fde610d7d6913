"""Makes ahead what the first readers of a server would wait for: pages' modules, Explore's board, the map's outlines, stories' slides."""

import gc
import logging
import pkgutil
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from itertools import product
from typing import get_args

from lib.charts.colours import Mode
from lib.charts.map_panels import PANELS
from lib.queries.store import Store
from lib.text.catalogue import Language

_LOG = logging.getLogger(__name__)


def warm(store: Store) -> None:
    """Make it all, for every language and both palettes; what cannot be made is logged, and left to the page that needs it.

    Needs Streamlit's runtime, which the components of the pages are registered with.
    """
    begun = time.perf_counter()
    for make in _makings(store):
        try:
            make()
        except Exception:
            _LOG.exception("What a first visit needs could not be made ahead; the visit will make it.")
    _freeze()
    _LOG.info("Ready for the first visit after %.1f s.", time.perf_counter() - begun)


def _freeze() -> None:
    # What is there at the start stays: the collector of garbage, which holds up every session, need not look at it again and again.
    # Only once, because of what is frozen later, such as a session, not all could be given back.
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()


def _makings(store: Store) -> Iterator[Callable[[], object]]:
    """Give the steps, those that most readers need first."""
    yield _modules
    for language, colours in product(get_args(Language), get_args(Mode)):
        yield partial(_board, store, language, colours)
    yield _outlines
    for language, colours in product(get_args(Language), get_args(Mode)):
        yield partial(_slides, store, language, colours)


def _modules() -> None:
    # Here and not above: whoever imports this module need not wait for the pages' modules, nor have a runtime.
    from lib import ui

    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)


def _board(store: Store, language: Language, colours: Mode) -> None:
    from lib.ui.board.board import board_addresses, is_offered

    if is_offered(store):
        board_addresses(store, language, colours)


def _outlines() -> None:
    from lib.ui.map_outlines import outlines_address

    for province in PANELS:
        outlines_address(province)


def _slides(store: Store, language: Language, colours: Mode) -> None:
    from lib.ui.presenting import make_ahead

    make_ahead(store, language, colours)
