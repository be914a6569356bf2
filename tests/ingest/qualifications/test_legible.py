from ingest.qualifications.legible import legible, without_asides, wording


def test_a_text_is_made_legible_letter_by_letter() -> None:
    damaged = "Bachelor’s <u>degrее</u> –\xa0or “equal”"
    assert legible(damaged) == 'Bachelor\'s    degree     - or "equal"'
    assert len(legible(damaged)) == len(damaged)


def test_an_aside_of_several_words_is_blanked_and_a_number_is_kept() -> None:
    text = "Two (2) years (those who have only one may apply (as helpers)) of work"
    bare = without_asides(text)
    assert bare.split() == ["Two", "(2)", "years", "of", "work"]
    assert len(bare) == len(text)


def test_a_space_in_a_wording_is_any_white_space() -> None:
    assert wording("high school").search("Completion of High\n   School")
