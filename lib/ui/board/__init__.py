"""The linked board that answers in the browser: what it carries there, and what it shows."""

# More than are drawn at once a browser is not asked to hold either: the server answers.
from lib.ui.drawn import MOST_FIGURES as MOST_FIGURES
