"""What the articles say on each question: one sentence, computed from the rows."""

from collections.abc import Sequence

import pandas as pd

from lib.domain.vocabulary import Theme
from lib.text.catalogue import Language, inline_label, join_names, say
from lib.text.finding_cases import Case
from lib.text.finding_parts import Finding, Part, as_figure, sentence
from lib.text.finding_rows import NEEDS, Row, article_rows, look_up
from lib.text.finding_sentences import SENTENCES
from lib.text.numbers import count

__all__ = ["Finding", "Part", "absence", "finding"]


def finding(name: str, rows: pd.DataFrame, language: Language) -> Finding:
    """Say what the articles report on a question, with its inputs; where a figure is missing, say which.

    Needs: `q01` … `q12`; every row of `lib.queries.observations.observations`, since what is absent is said too.
    Raises: KeyError for any other name.
    """
    needs, tell = SENTENCES[name]
    reported = article_rows(rows, language)
    found = {need: row for need in needs if (row := look_up(NEEDS[need], reported))}
    missing = [need for need in needs if need not in found]
    # One row cannot be both the first and the last of a series.
    ids = [row.id for row in found.values()]
    if missing or len(set(ids)) < len(ids):
        return _missing(missing or needs[:1], found, language)
    return tell(Case(name, language, reported, found))


def _missing(needs: Sequence[str], found: dict[str, Row], language: Language) -> Finding:
    wanted = join_names(language, [say(language, f"finding_need.{need}") for need in needs])
    ids = tuple(row.id for row in found.values())
    return Finding(sentence(language, "finding.missing", wanted=wanted), observation_ids=ids, is_reported=False)


def absence(cells: pd.DataFrame, language: Language) -> Finding:
    """Say where there is no evidence: how many cells are empty, and of which areas and themes nothing is reported as reached.

    Needs: cells as `lib.queries.coverage.coverage_by_area` returns them.
    """
    empty = int((cells["figures"] == 0).sum())
    told = {"empty": as_figure(count(empty, language)), "cells": as_figure(count(len(cells), language))}
    names = _silent(cells, language)
    form = "finding.blank_some" if names else "finding.blank_none"
    return Finding(sentence(language, form, **told, areas=join_names(language, names)), is_reported=False)


def _silent(cells: pd.DataFrame, language: Language) -> list[str]:
    name = f"region_{language}"
    reached = cells.groupby([name, "theme"], sort=False, as_index=False)["actual"].sum()
    themes: dict[str, list[str]] = {}
    for row in reached[reached["actual"] == 0].to_dict("records"):
        themes.setdefault(row[name], []).append(inline_label(language, Theme(row["theme"])))
    return [say(language, "finding.area_themes", area=area, themes=join_names(language, names)) for area, names in themes.items()]
