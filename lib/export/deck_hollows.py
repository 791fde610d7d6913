"""Hollow marks of charts on slides: a second series on the same cells, whose smaller marks lie on those of the first.

PowerPoint alone would fill a mark as it is told; LibreOffice fills every mark with the colour of its outline, which would make what is
only planned look like what is reported.
"""

import copy
from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from lib.export.slides import Mark

_SIZE = 9
_SPACES = nsdecls("c", "a")
_NOT_SHARED = ("c:spPr", "c:marker", "c:dPt", "c:dLbls")
_UNDRAWN = f"<c:spPr {_SPACES}><a:ln><a:noFill/></a:ln></c:spPr>", f'<c:marker {_SPACES}><c:symbol val="none"/></c:marker>'


def put_hollows(series: Any, marks: Sequence[Mark], insides: Sequence[str]) -> None:
    """Lay the insides of the marks that are not solid over a series of a line chart.

    Needs: the marks of the series in their order, and for each the colour of its inside.
    """
    hollow = [(place, mark, inside) for place, (mark, inside) in enumerate(zip(marks, insides, strict=True)) if mark.look.solidity < 1]
    if not hollow:
        return
    over = copy.deepcopy(series._element)
    for child in [child for child in over if child.tag in {qn(name) for name in _NOT_SHARED}]:
        over.remove(child)
    for name in ("c:idx", "c:order"):
        over.find(qn(name)).set("val", "1")
    text = over.find(qn("c:tx"))
    for part in reversed([*(parse_xml(part) for part in _UNDRAWN), *(_inside(*one) for one in hollow)]):
        text.addnext(part)
    series._element.addnext(over)


def _inside(place: int, mark: Mark, colour: str) -> Any:
    fill = f'<a:solidFill><a:srgbClr val="{colour.removeprefix("#")}"/></a:solidFill>'
    marker = f'<c:symbol val="{mark.look.symbol}"/><c:size val="{_SIZE}"/><c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr>'
    return parse_xml(f'<c:dPt {_SPACES}><c:idx val="{place}"/><c:marker>{marker}</c:marker><c:bubble3D val="0"/></c:dPt>')
