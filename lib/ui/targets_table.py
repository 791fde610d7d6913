"""The promises of one state as a table: what was promised, for when, what is reported, and the rule that gives the state."""

from typing import Any

from lib.domain.promise_states import Assessment
from lib.domain.promises import Report
from lib.domain.vocabulary import Layer
from lib.text.promise_words import result, rule, workings
from lib.ui import state
from lib.ui.promise_list import Line, cell, due_of, line, period_of, promise_table
from lib.ui.quote_cards import shown_with_doubt
from lib.ui.shown import Shown
from lib.ui.targets import Tracked
from lib.ui.targets_words import state_name
from lib.ui.words import t

_COLUMNS = ("promise.promise", "targets.promised_for", "targets.reported")


def state_table(shown: Shown, tracked: Tracked, found: list[Assessment]) -> None:
    """Show the promises of one state; each figure in them can be picked.

    Needs: at least one promise, and `shown` with the rows of these promises.
    """
    by_id = {one.promise.figure.observation_id: one for one in found}
    words = state_name(found[0], tracked, state.selection().language)

    def cells(row: Any) -> list[dict[str, Any]]:
        due = cell("due", line(due_of(row)), line(t(f"status.{row.status}"), status=row.status))
        return [due, cell("evidence", *_evidence(by_id[row.observation_id], tracked))]

    promise_table(shown, _COLUMNS, t("targets.table_caption", state=words), cells)


def _evidence(assessment: Assessment, tracked: Tracked) -> list[Line]:
    language = state.selection().language
    lines = [
        *_reports(assessment, tracked),
        line(result(assessment, language)),
        line(workings(assessment, tracked.decimals, language), look="workings", folds=True),
        line(tracked.doubt(assessment, language), look="rule", folds=True),
        line(rule(assessment, tracked.as_of, language), look="rule", folds=True),
    ]
    return [one for one in lines if one["text"]]


def _reports(assessment: Assessment, tracked: Tracked) -> list[Line]:
    if assessment.baseline is None and assessment.latest is None:
        return [line(t("targets.nothing_before"), label=t("targets.before_and_since"), look="none")]
    told = {"targets.before": assessment.baseline, "targets.since": assessment.latest}
    return [_report(t(words), report, tracked) for words, report in told.items()]


def _report(words: str, report: Report | None, tracked: Tracked) -> Line:
    if report is None:
        return line(t("targets.nothing_before"), label=words, look="none")
    row = tracked.rows[report.figure.observation_id]
    told = {"figure": shown_with_doubt(row, state.selection().language), "period": period_of(row)}
    is_official = report.layer == Layer.OFFICIAL
    text = t("targets.official_in" if is_official else "targets.figure_in", **told)
    return line(text, label=words, figure=row.observation_id, look="official" if is_official else "")
