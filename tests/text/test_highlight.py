"""The figure is marked inside its sentence, and the sentence stays what it was."""

from hypothesis import given
from hypothesis import strategies as st

from lib.text.highlight import Part, Printed, parts

SENTENCE = "Output rose by 7.4 percent to surpass 1.36 trillion yuan in 2023."


def test_the_figure_and_its_bound_are_marked():
    start = SENTENCE.index("1.36")
    cut = parts(SENTENCE, [Printed(start, start + len("1.36 trillion yuan"), "surpass", is_chosen=True)])
    assert cut == (
        Part("Output rose by 7.4 percent to "),
        Part("surpass", "chosen-bound"),
        Part(" "),
        Part("1.36 trillion yuan", "chosen"),
        Part(" in 2023."),
    )


def test_a_bound_after_the_figure_is_found():
    text = "40000 or more came."
    assert Part("or more", "bound") in parts(text, [Printed(0, 5, "or more")])


def test_the_chosen_figure_wins_where_two_overlap():
    cut = parts("214 villages", [Printed(0, 12), Printed(0, 3, is_chosen=True)])
    assert cut == (Part("214", "chosen"), Part(" villages"))


def test_a_sentence_without_figures_is_one_plain_part():
    assert parts("No figure here.", []) == (Part("No figure here."),)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.booleans()), max_size=5))
def test_the_parts_joined_are_the_sentence(sentence, spans):
    figures = [Printed(min(a, b, len(sentence)), min(max(a, b), len(sentence)), "a", chosen) for a, b, chosen in spans]
    assert "".join(part.text for part in parts(sentence, figures)) == sentence
