"""A doubtful figure is told from one that only needs an explanation."""

import pytest

from lib.domain.doubts import is_doubtful


@pytest.mark.parametrize("caveats", ["misprint", "single_case;misprint", "unresolved;rounded", "attribution_doubt", "gross_or_net_unclear"])
def test_what_may_be_wrong_is_doubtful(caveats: str):
    assert is_doubtful(caveats)


@pytest.mark.parametrize("caveats", ["", "rounded", "single_case;no_year_printed", "article_rank"])
def test_what_needs_an_explanation_alone_is_not(caveats: str):
    assert not is_doubtful(caveats)
