"""The baseline must be fair: it shows the figures that the real page shows, and answers the same clicks."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from lib.queries.observations import observations
from lib.queries.selection import Selection
from lib.queries.store import Store
from lib.ui.cache import data_folder

APP = Path(__file__).with_name("naive") / "app.py"


def shown(app: AppTest) -> str:
    """Read how many figures are shown."""
    return next(text.value for text in app.markdown if text.value.startswith("Showing"))


def count(selection: Selection) -> int:
    """Count the figures that the real page shows."""
    return len(observations(Store.open(data_folder()), selection))


def test_it_shows_what_the_real_page_shows():
    app = AppTest.from_file(str(APP), default_timeout=60).run()
    everything = count(Selection())
    assert not app.exception
    assert shown(app) == f"Showing {everything} of {everything} figures."
    app.multiselect[1].set_value(["industry"]).run()
    assert shown(app) == f"Showing {count(Selection(themes=('industry',)))} of {everything} figures."
    app.checkbox[4].uncheck().run()
    statuses = ("actual", "ongoing", "plan")
    assert shown(app) == f"Showing {count(Selection(themes=('industry',), statuses=statuses))} of {everything} figures."
    app.multiselect[1].set_value([])
    app.multiselect[0].set_value(["330100"]).run()
    assert shown(app) == f"Showing {count(Selection(regions=('330100',), statuses=statuses))} of {everything} figures."
    assert not app.exception
