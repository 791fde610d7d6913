"""Answers that all sessions of a process share: each question is asked once, and so many of the last ones are kept."""

import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Any
from weakref import WeakValueDictionary

import pandas as pd

_NOTHING = object()


class Answers:
    """Keeps answers by their question; whoever asks while another is being answered waits for that answer.

    Finding a kept one takes microseconds: a page asks a hundred times a run, and Streamlit's own cache takes as much time for one.
    """

    def __init__(self, most: int):
        """Keep so many; the one that was asked for longest ago goes first."""
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._asked: WeakValueDictionary[Hashable, RLock] = WeakValueDictionary()
        self._turn = Lock()

    def of(self, question: Hashable, ask: Callable[[], Any]) -> Any:
        """Return the kept answer, else ask; what fails is not kept, and raises what it raised."""
        found = self._find(question)
        if found is not _NOTHING:
            return found
        with self._turn:
            turn = self._asked.setdefault(question, RLock())
        with turn:
            found = self._find(question)
            return self._keep(question, ask()) if found is _NOTHING else found

    def _find(self, question: Hashable) -> Any:
        with self._turn:
            if question not in self._kept:
                return _NOTHING
            self._kept.move_to_end(question)
            return self._kept[question]

    def _keep(self, question: Hashable, answer: Any) -> Any:
        with self._turn:
            self._kept[question] = answer
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return answer


def quick(answer: Any) -> Any:
    """Return a frame with its texts as plain objects, each text once; anything else as it is.

    Arrow's texts are slow row by row: a few rows out of a wide frame take a tenth of the time so, and the answer is read again and again.
    """
    if not isinstance(answer, pd.DataFrame):
        return answer
    texts = {str(name): _plain(column) for name, column in answer.items() if isinstance(column.dtype, pd.StringDtype)}
    return answer.assign(**texts) if texts else answer


def _plain(column: "pd.Series[Any]") -> "pd.Series[Any]":
    texts = [sys.intern(value) if type(value) is str else value for value in column.to_numpy(dtype=object)]
    return pd.Series(texts, index=column.index, dtype=object)
