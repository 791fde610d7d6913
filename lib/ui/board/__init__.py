"""The linked board that answers in the browser: what it carries there, and what it shows."""

# More than these a browser is not asked to hold: the server answers.
MOST_FIGURES = 20_000
