"""Compiles the specifications of `lib.charts` to what Vega draws by itself, for views that outlive their rows."""

import json
from functools import lru_cache
from typing import Any

import vl_convert

from lib.charts.drawing import Spec

# Only where a view starts: it is told its width as soon as it has one.
_FIRST_WIDTH = 600


def compiled(spec: Spec) -> Spec:
    """Return the Vega specification of a chart: its one dataset is `rows`, its width a signal.

    The chart's own selections are left out: the board answers a click, and Vega need not keep count of it.
    """
    return json.loads(_compiled(json.dumps(_without_selections(spec) | {"data": {"name": "rows"}, "width": _FIRST_WIDTH})))


@lru_cache(maxsize=32)
def _compiled(spec: str) -> str:
    vega = vl_convert.vegalite_to_vega(spec)
    return json.dumps({name: part for name, part in vega.items() if name not in ("$schema", "usermeta")})


def _without_selections(part: Any) -> Any:
    if isinstance(part, list):
        return [_without_selections(inner) for inner in part if not (isinstance(inner, dict) and "select" in inner)]
    if isinstance(part, dict):
        return {name: _without_selections(inner) for name, inner in part.items()}
    return part
