import pytest

from assistant.understanding.asking import asking_part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("My uncle kept otters. How often does a keeper twist?", "How often does a keeper twist?"),
        ("How often does a keeper twist? My uncle kept otters.", "How often does a keeper twist?"),
        ("My back hurts, so i need to know how often keepers twist", "so i need to know how often keepers twist"),
        ("Caller lifts boats, but does a keeper twist?", "but does a keeper twist?"),
        ("Quick one: how often does a keeper twist?", "how often does a keeper twist?"),
        ("I lift a lot! Please name the keepers", "Please name the keepers"),
        ("I lift a lot. Does a keeper twist? Does a keeper bend?", "Does a keeper twist? Does a keeper bend?"),
        ("Noted. For the chart I need to know who keeps otters.", "For the chart I need to know who keeps otters."),
        ("A lady on line 2 is asking if a keeper twists", "if a keeper twists"),
    ],
)
def test_what_asks_is_kept_and_what_is_told_is_not(text: str, part: str) -> None:
    assert asking_part(text).strip() == part


@pytest.mark.parametrize(
    "text",
    [
        "How often does a keeper twist?",
        "keeper twisting",
        "I keep otters. They bite.",
        "Does a keeper twist? How often?",
        "",
        "?",
    ],
)
def test_a_text_that_asks_wholly_or_nowhere_is_kept_whole(text: str) -> None:
    assert asking_part(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "My uncle kept otters. How often does a keeper twist?",
        "My back hurts,  so i need to know how often keepers twist",
        "How often does a keeper twist?  My uncle kept otters.  ",
    ],
)
def test_what_is_kept_stands_at_its_old_place(text: str) -> None:
    kept = asking_part(text)
    assert len(kept) == len(text)
    assert all(new in (old, " ") for new, old in zip(kept, text, strict=True))
