"""A drawing: what a page needs to show a chart, and an export to redraw it."""

import copy
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa

from lib.charts.colours import Mode
from lib.charts.config import frame

Spec = dict[str, Any]


@dataclass(frozen=True)
class Drawing:
    """A chart ready to show.

    `spec` depends on chart, language and mode alone, so a browser keeps the chart it has and swaps the rows;
    `rows` is its one dataset; `height` its height in pixels; `alt` says what the rows show, in at most 300 characters.
    """

    spec: Spec
    rows: pd.DataFrame
    height: int
    alt: str
    captions: dict[str, str] = field(default_factory=dict)

    @cached_property
    def table(self) -> pa.Table:
        """The rows as a browser is sent them, made once for everybody who sees this drawing."""
        return pa.Table.from_pandas(self.rows)

    def standalone(self, width: int, background: str = "transparent") -> Spec:
        """Return the specification with rows, alt text and width inside, for a picture of it."""
        spec = copy.deepcopy(self.spec)
        records = json.loads(self.rows.to_json(orient="records"))
        return spec | {
            "data": {"values": records},
            "description": self.alt,
            "width": width,
            "height": self.height,
            "background": background,
        }


def specification(layers: Sequence[alt.Chart], slot: int, mode: Mode, params: Sequence[alt.Parameter] = ()) -> Spec:
    """Put layers together to a specification without data: as wide as its place, as high as its lines of `slot` pixels.

    With a slot of 0 the marks have their heights in their rows, and the chart is as high as its drawing says.
    """
    chart = alt.layer(*layers, data=alt.NamedData(name="rows")).add_params(*params).resolve_scale(shape="independent")
    spec: Spec = chart.properties(width="container", **({"height": alt.Step(slot)} if slot else {})).to_dict()
    del spec["data"]
    return spec | frame(mode)
