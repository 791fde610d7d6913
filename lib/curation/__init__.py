"""From curated text to checked Parquet: reading, rules, numbers, tables, dictionary. Used at build time only."""
