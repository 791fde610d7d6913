"""Figures on slides as cards: no more on one slide than can be read in a room."""

from collections.abc import Sequence
from typing import Any

from lib.export.deck_charts import put_mark
from lib.export.deck_text import QUIET, Box, Lines, Words, fits, fitting, text_box
from lib.export.slides import Card

_NUMBER, _WHAT, _WHERE, _LEAST = 36, 16, 13, 12
_SIZES = (1.0, 0.9, 0.8, 0.72)
_HEIGHT, _ONE_COLUMN, _MARK = 2.0, 3, 0.15
_MOST = (6, 4, 3, 2, 1)


def dealt(cards: Sequence[Card], box: Box, language: str) -> list[Sequence[Card]]:
    """Deal cards out to slides: as few slides as let every card be read, each with about as many."""
    if not cards:
        return [()]
    for most in _MOST:
        each = -(-len(cards) // -(-len(cards) // most))
        parts = [cards[start : start + each] for start in range(0, len(cards), each)]
        if all(_fit(part, box, language) for part in parts):
            break
    return parts


def put_cards(slide: Any, box: Box, cards: Sequence[Card], language: str) -> None:
    """Put cards on a slide, all in the size in which the longest has room."""
    room, columns = _room(cards, box), _columns(cards)
    told = min((_fitting(card, room, language) for card in cards), key=_size, default=[])
    share = _size(told) / _NUMBER if told else 1.0
    for place, card in enumerate(cards):
        left = box.left + (place % columns) * box.width / columns
        top = box.top + (place // columns) * (room.height + 0.1)
        put_mark(slide, left, top + _NUMBER * share / 200, _MARK, card.look)
        text_box(
            slide,
            f"Figure {card.id}",
            Box(left + 0.35, top, room.width, room.height),
            fitting(_card(card, language), room, (share,), _LEAST),
        )


def _columns(cards: Sequence[Card]) -> int:
    return 1 if len(cards) <= _ONE_COLUMN else 2


def _room(cards: Sequence[Card], box: Box) -> Box:
    columns = _columns(cards)
    lines = max(1, -(-len(cards) // columns))
    return Box(0, 0, box.width / columns - 0.5, min(_HEIGHT, box.height / lines) - 0.1)


def _fit(cards: Sequence[Card], box: Box, language: str) -> bool:
    room = _room(cards, box)
    return all(fits(_fitting(card, room, language), room) for card in cards)


def _fitting(card: Card, room: Box, language: str) -> Lines:
    return fitting(_card(card, language), room, _SIZES, _LEAST)


def _size(lines: Lines) -> float:
    return lines[0][0].size


def _card(card: Card, language: str) -> list[list[Words]]:
    told = [card.where, card.said, *([card.doubt] if card.doubt else [])]
    amount = [Words(card.number, _NUMBER, language, is_bold=True), *([Words(f" {card.unit}", _WHAT, language)] if card.unit else [])]
    return [amount, [Words(card.what, _WHAT, language)], [Words(" · ".join(told), _WHERE, language, QUIET)]]
