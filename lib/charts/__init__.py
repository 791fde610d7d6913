"""Pure drawing: rows in, a constant chart specification with its data and its alt text out. Never imports streamlit."""
