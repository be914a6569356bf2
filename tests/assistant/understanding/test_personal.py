import pytest

from assistant.understanding.asked import asked_in
from assistant.understanding.personal import conditions_in, demands_asked, is_judgement
from assistant.understanding.words import words_of


@pytest.mark.parametrize(
    ("told", "is_judged"),
    [
        ("I have a bad knee, can I be a roofer?", True),
        ("would they hire my cousin", True),
        ("My knee hurts. How often do roofers kneel?", False),
        ("how often do roofers kneel", False),
        ("I get dizzy up high; would the roofer job suit me?", True),
        ("Someone aged 62 who only manages short walks: is that person right for roofer?", True),
        ("A man without a diploma: would he get the roofer job?", True),
        ("Not being able to tell red from green, am I allowed to work as a roofer?", True),
        ("Should we hire Olga as a roofer? She has a degree.", True),
        ("Is Olga a good candidate for roofer?", True),
        ("Do you recommend promoting Olga to roofer?", True),
        ("I get dizzy. Roofer still possible for me?", True),
        ("High school only. Would she make the cut for roofer?", True),
        ("He never finished school. Any chance he gets taken on as a roofer?", True),
        ("bad knees, any point in me going for roofer", True),
        ("A man with a pacemaker asks whether he would be accepted as a roofer.", True),
        ("i quit school, will the city roofers still take me", True),
        ("Is Olga, who is colorblind, suitable for roofer?", True),
        ("could she manage the roofer's work with failing eyes", True),
        ("without a diploma does my brother have any hope", True),
        ("does my brother have a chance to work outdoors", False),
        ("Is a degree in history suitable for a roofer?", False),
        ("does the roofer have a shot of whisky", False),
        ("will i be breathing smoke as a roofer", False),
        ("wil i be breathing smoke as a roofer", False),
        ("am i going to be on my knees a lot as a roofer", False),
        ("I have a question from the union rep, he will be back at two. Does a roofer supervise anybody?", False),
    ],
)
def test_only_what_asks_for_a_judgement_of_somebody_is_one(told: str, is_judged: bool) -> None:
    asked = asked_in(told, (), ())
    assert is_judgement(asked, has_condition=bool(conditions_in(words_of(told)))) is is_judged


def test_a_condition_asks_for_the_demands_that_it_bears_on() -> None:
    told = "my knee is bad, could I do it"
    asked = asked_in(told, (), ())
    shown = demands_asked(told, asked.told_fields, conditions_in(words_of(told)))
    assert "physical_demands.kneeling" in shown.fields


def test_what_a_person_has_behind_him_asks_for_what_it_bears_on() -> None:
    told = "He never finished school but worked on boats for years. Will they take him?"
    shown = demands_asked(told, asked_in(told, (), ()).told_fields, ())
    assert {"class_requirements.education", "class_requirements.experience"} <= set(shown.fields)


def test_who_asks_to_qualify_is_shown_what_decides_that() -> None:
    asked = asked_in("do I qualify", (), ())
    assert demands_asked("do I qualify", asked.told_fields, ()).fields == (
        "class_requirements.education",
        "class_requirements.experience",
        "class_requirements.certifications",
    )
