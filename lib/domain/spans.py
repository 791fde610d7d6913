"""Where a figure stands in its sentence: places of a printed text as a whole, never as part of a longer number or word."""


def is_whole(sentence: str, start: int, end: int) -> bool:
    """Tell whether the span is cut off from what surrounds it: `36` inside `1.36`, and `ten` inside `often`, are not."""
    if not 0 <= start < end <= len(sentence):
        return False
    return not _joins(sentence[:start][::-1], sentence[start]) and not _joins(sentence[end:], sentence[end - 1])


def raw_places(sentence: str, printed: str) -> list[int]:
    """Offsets of every occurrence of the text, also inside longer numbers and words."""
    return [at for at in range(len(sentence)) if printed and sentence.startswith(printed, at)]


def whole_places(sentence: str, printed: str) -> list[int]:
    """Offsets of the occurrences that stand as a whole."""
    return [at for at in raw_places(sentence, printed) if is_whole(sentence, at, at + len(printed))]


def _joins(outside: str, edge: str) -> bool:
    # `outside` is read away from the span, so that its first character touches the edge.
    if not outside:
        return False
    if edge.isdigit():
        return outside[0].isdigit() or (outside[0] in ".," and outside[1:2].isdigit())
    return edge.isascii() and edge.isalpha() and outside[0].isascii() and outside[0].isalpha()
