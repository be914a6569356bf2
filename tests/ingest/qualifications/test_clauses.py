from ingest.qualifications.clauses import clauses


def _joined(text: str) -> list[tuple[str, str]]:
    return [(each.joined.value, text[each.start : each.end].strip(" ;,\n.")) for each in clauses(text, 0, len(text))]


def test_numbered_items_are_joined_as_their_ends_say() -> None:
    text = "1. Iron; and\n2. Wood; or\n3. Stone."
    assert _joined(text) == [("next", "Iron"), ("and", "Wood"), ("or", "Stone")]


def test_patterns_of_clauses_are_told_from_single_ones() -> None:
    text = "Bread. and Either I Butter.\nOr II\nJam. and\nHoney."
    assert _joined(text) == [("next", "Bread"), ("first pattern", "Butter"), ("other pattern", "Jam"), ("and", "Honey")]


def test_a_list_is_joined_as_its_last_part_is() -> None:
    assert _joined("Iron; wood; or stone.") == [("next", "Iron"), ("or", "wood"), ("or", "stone")]


def test_items_counted_by_letters_belong_to_the_one_above() -> None:
    text = "1. One of these:\na. Iron; or\nb. Wood; or\n2. Stone."
    assert [each.item for each in clauses(text, 0, len(text))] == [0, 0, 0, 1]


def test_what_stands_below_a_heading_of_preferences_is_preferred_until_the_next_heading() -> None:
    text = "Iron is heavy stuff.\n\nPreferred Qualifications\n\nWood.\n\nMinimum Qualifications\n\nStone."
    marked = {text[each.start : each.end]: each.is_preferred for each in clauses(text, 0, len(text))}
    assert (marked["Iron is heavy stuff."], marked["Wood."], marked["Stone."]) == (False, True, False)


def test_a_line_that_goes_on_in_the_next_is_one_sentence() -> None:
    text = "Iron that is bent\nby two smiths.\nWood."
    assert [text[slice(*each.sentence)] for each in clauses(text, 0, len(text))] == [
        "Iron that is bent\nby two smiths.",
        "Wood.",
    ]


def test_a_paragraph_that_never_ends_is_passed_over() -> None:
    text = "Iron.\n" + "two years of " * 2000 + "\nWood."
    assert [clause for _, clause in _joined(text)] == ["Iron", "Wood"]
