"""The table `figure_cells`: how many figures there are of each region, theme, status, layer, period and sentence.

Millions of figures have some hundred thousand such cells, and many questions only count; every engine makes the table when it is opened.
"""

NAME = "figure_cells"
KEY = ("region_id", "theme", "status", "layer", "year_start", "year_end", "quote_id")


def counted(where: str) -> str:
    """Return the SQL that counts the figures by cell, over observations `o` that keep the condition."""
    columns = ", ".join(f"o.{column}" for column in KEY)
    return f"select {columns}, count(*) as figures from observations o where {where} group by {columns}"
