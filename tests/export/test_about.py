"""What a file says of itself, in both languages."""

import pytest

from lib.export.about import About

LINK = "https://example.org/x?y=1"
ABOUT = About("Gap?", "A finding.", "All 2 figures.", "Source: Daily.", "1.2.3", "2026-01-02", "2026-03-04", LINK, "en")


def test_the_foot_names_source_filters_dataset_day_and_link():
    assert ABOUT.lines() == (
        "Source: Daily.",
        "All 2 figures.",
        "Dataset 1.2.3 of 2026-01-02 · made on 4 March 2026",
        f"Link: {LINK}",
    )


@pytest.mark.parametrize("part", ["sources", "filters", "link"])
def test_what_is_not_known_leaves_no_empty_line_and_no_empty_field(part: str):
    told = About(**{**ABOUT.__dict__, part: ""})
    assert "" not in told.lines() and len(told.lines()) == 3
    assert part not in told.fields()


def test_the_foot_is_written_in_chinese():
    assert About(**{**ABOUT.__dict__, "language": "zh"}).made_line == "数据集1.2.3（2026-01-02发布） · 制作于2026年3月4日"
