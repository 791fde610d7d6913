"""Ways to look into a specification."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SNAPSHOTS = Path(__file__).parent / "snapshots"
RENEW = "RENEW_SNAPSHOTS=1 python -m pytest tests/charts"


def channels(spec: dict[str, Any], name: str) -> Iterator[Any]:
    """Return the encodings of one channel over all layers."""
    return (layer["encoding"][name] for layer in spec["layer"] if name in layer.get("encoding", {}))


def as_snapshot(spec: dict[str, Any]) -> str:
    """Write a specification for reading in a diff."""
    return json.dumps(spec, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
