"""The look that all charts share: font, sizes, no frame, transparent ground."""

from lib.charts.colours import INKS, Mode

FONT = '"Source Sans", "Source Sans 3", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'
TEXT_SIZE = 13
SMALL_TEXT_SIZE = 12
NARROWEST = 280
WIDE_FROM = 620


def frame(mode: Mode) -> dict[str, object]:
    """Return what every specification ends with: its look, its size rule and its renderer.

    The size rule is "none" because every chart lays itself out inside the width: a fitting rule would shrink it by its own texts.
    """
    return {"config": config(mode), "autosize": "none", "padding": 0, "usermeta": {"embedOptions": {"renderer": "svg", "actions": False}}}


def config(mode: Mode) -> dict[str, object]:
    """Return the Vega-Lite config of a mode."""
    return {
        "font": FONT,
        "background": "transparent",
        "view": {"stroke": None},
        # Only the layer that stands for the figures speaks to a screen reader; it asks for it.
        "mark": {"aria": False},
        "text": {"font": FONT, "fontSize": SMALL_TEXT_SIZE, "color": INKS[mode].text, "baseline": "middle"},
    }
