"""Files to take away: each carries the quotes, the sources and the dataset version."""
