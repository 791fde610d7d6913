"""The linked board that answers in the browser: what it carries there, and what it shows."""
