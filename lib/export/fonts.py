"""The typeface of pictures: it comes with a package, so that Chinese is drawn on every machine, also on one without any fonts."""

from functools import cache

import pylopdf_fonts_zh_cn
import vl_convert

FAMILY = "Noto Sans SC"
_UNASSIGNED = "\U000e1234"


@cache
def register() -> None:
    """Make the typeface known to the renderer of this process."""
    vl_convert.register_font_directory(str(pylopdf_fonts_zh_cn.sans_path().parent))


def can_draw(text: str) -> bool:
    """Tell whether every character of a text has a shape of its own, not the box that stands for a missing one."""
    register()
    missing = _drawn(_UNASSIGNED)
    return all(character.isspace() or _drawn(character) != missing for character in set(text))


@cache
def _drawn(character: str) -> bytes:
    text = f'<text y="20" font-size="20" font-family="{FAMILY}">&#{ord(character)};</text>'
    return vl_convert.svg_to_png(f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">{text}</svg>')
