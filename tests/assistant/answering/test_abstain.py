"""Asking back, and saying plainly why a question is not answered."""

from assistant.answering.abstain import ask_which


def test_of_many_classes_that_may_be_meant_a_few_are_named() -> None:
    """A list of a thousand titles helps nobody; all of them are candidates still."""
    titles = [f"Clerk {number}" for number in range(1_000)]
    asked = ask_which(titles, is_doubtful=False)
    assert asked.classes == tuple(titles)
    assert sum(title in str(asked.lines[0][0]).split(" are ")[1].split(", ") for title in titles) < 10


def test_of_few_classes_all_are_named() -> None:
    """They are what can be chosen from."""
    titles = [f"Clerk {number}" for number in range(12)]
    assert str(ask_which(titles, is_doubtful=False).lines[0][0]).endswith(f"{', '.join(titles)}.")
