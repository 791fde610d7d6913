"""The drawn promises taken away: each with its state and its rule, and the figures that are drawn and no others."""

import pytest

from lib.queries.store import Store
from lib.text.dates import date
from lib.ui.targets import figures_of, tracked
from lib.ui.targets_saving import targets_saving
from tests.ui.conftest import Reader


def test_the_picture_carries_state_rule_and_workings(reader: Reader, real_store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("lib.ui.targets_saving.address_of", lambda: "https://example.org/targets")
    reader.reads("zh")
    shown = tracked(real_store)
    saving = targets_saving(real_store, shown, shown.drawn)
    assert saving.drawings is not None
    headings = [heading for heading, _ in saving.drawings()]
    assert len(headings) == len(shown.drawn) == len(saving.notes)
    assert f"共富工坊建成数 · 浙江省 · ◐ 推进中，截至{date(shown.as_of, 'zh')}未到期" in headings
    assert any("> 7,000 ÷ 1万 ≥ 70%" in note and "规则：" in note for note in saving.notes)
    drawn = {name for one in shown.drawn for name in figures_of(one)}
    rows = saving.csv().decode("utf-8-sig").splitlines()
    assert sorted(row.split(",")[0] for row in rows if row[:2] in ("of", "zz", "zj", "hz", "kq")) == sorted(drawn)
    about = saving.about()
    assert about.filters.startswith(f"当前视图{len(shown.assessments)}个承诺数字中的{len(headings)}个")
    assert about.link.startswith("https://example.org/targets")
