import pytest

from assistant.answering.entailment import says_no, says_yes
from assistant.answering.propositions import Proposition, proposition
from assistant.understanding.words import words_of

TITLE = "Otter Keeper"


def asked(question: str) -> Proposition | None:
    named = {word.text for word in words_of(TITLE)}
    words = [word for word in words_of(question) if word.singular not in named]
    return proposition(question, words, TITLE)


def verdict(question: str, sentence: str) -> str | None:
    one = asked(question)
    if one is None:
        return None
    yes = says_yes(one, sentence, TITLE, is_duty=True)
    no = says_no(one, sentence)
    assert not (yes and no)
    return "Yes" if yes else "No" if no else None


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Does the Otter Keeper clean pools?", "Hoses, scrapes, and cleans pools and dens."),
        ("does an otter keeper ever give talks to children", "Feeds otters and gives talks to children and adults."),
        ("Will the Otter Keeper number the crates?", "Stamps, numbers, and files crates the day they come in."),
        ("Does the Otter Keeper file the permits?", "Receives permits at the gate; stamps and files them."),
        ("do otter keepers work by themselves", "Otter Keepers work alone in long shifts and report to the Curator."),
        ("Do they climb ladders?", "Persons in this class wade in pools, climb ladders, and carry nets."),
        ("Does an Otter Keeper have to be able to lift 50 pounds?", "Ability to: lift fifty pounds, and keep calm."),
        ("Does the Otter Keeper have to be a registered voter?", "Must be a registered voter of the county."),
        ("Can an Otter Keeper direct volunteers?", "May direct volunteers."),
        ("Does the Otter Keeper weigh fish and scrub tanks?", "Weighs fish, cuts it up, and scrubs tanks."),
    ],
)
def test_a_clause_that_has_the_verb_and_all_that_is_asked_says_yes(question: str, sentence: str) -> None:
    assert verdict(question, sentence) == "Yes"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Can the Otter Keeper approve purchases?", "Asks for supplies but does not approve purchases."),
        (
            "Does the Otter Keeper evaluate staff?",
            "Leads one or two junior staff; does not hire, discipline, or evaluate.",
        ),
        (
            "do otter keepers carry a gun",
            "Officers in this class are not sworn, carry no weapon, and have no power of arrest.",
        ),
        ("Can an Otter Keeper arrest someone?", "Keepers have no power of arrest."),
        ("Is an Otter Keeper sworn?", "Keepers are not sworn and carry no weapon."),
        ("Is an Otter Keeper allowed to give legal advice?", "Answers questions, without giving legal advice."),
        ("Can the Otter Keeper shift big otters alone?", "Shifts big otters by the two-lock rule, never alone."),
        ("Does the Otter Keeper sign reports?", "Contributes to, but does not sign, reports."),
        ("Does an Otter Keeper need a permit?", "A permit is desired but not required."),
        ("do i HAVE to have a degree for otter keeper", "Associate degree, or two years of experience in a zoo."),
    ],
)
def test_a_clause_that_denies_just_that_says_no(question: str, sentence: str) -> None:
    assert verdict(question, sentence) == "No"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        # Another does it, or it is done to the holder of the class.
        ("Does the Otter Keeper check the work?", "Work is checked by the Curator."),
        ("Does the Otter Keeper give assignments?", "Assignments are given in detail by the Curator."),
        ("Does the Curator report changes to the Otter Keeper?", "Reports changes to the Curator before noon."),
        ("Is the Otter Keeper supervised?", "Supervises two interns."),
        ("Is the Otter Keeper evaluated?", "Does not evaluate."),
        # The words are there, but belong to different verbs.
        (
            "Does the Otter Keeper take orders from the Curator?",
            "Works under the Curator and takes orders from the Vet.",
        ),
        ("Does the Otter Keeper order supplies?", "Counts supplies and gives the Foreman a list of what to order."),
        ("Does the Otter Keeper prepare budgets?", "Assists in preparing budgets."),
        ("Does the Otter Keeper purchase films?", "Recommends purchases of films."),
        # On a condition, of some, or as a wish.
        ("Does the Otter Keeper turn the crank?", "Turns the crank when power fails."),
        ("Does the Otter Keeper direct volunteers?", "May direct volunteers."),
        ("Does an Otter Keeper need a license?", "Some positions may require a license."),
        ("Does an Otter Keeper need a boat card?", "A boat card is preferred."),
        ("do i have to drive as an otter keeper", "When driving is demanded: possession of a safe driving record."),
        # More is asked, or less is denied.
        ("Does the Otter Keeper feed otters every day?", "Feeds otters."),
        ("Does the Otter Keeper feed otters without help?", "Feeds otters with the help of a second keeper."),
        ("Does the Otter Keeper sign things for visitors?", "Does not sign evaluations."),
        ("Does an Otter Keeper need experience?", "No zoo experience is required beyond a summer."),
        # Other ways that are no other kind.
        ("do i have to have a degree", "Bachelor's degree in biology, zoology, or a related field."),
    ],
)
def test_nothing_is_said_where_the_sentence_leaves_it_open(question: str, sentence: str) -> None:
    assert verdict(question, sentence) is None


@pytest.mark.parametrize("question", ["Does the Otter Keeper never dive?", "Does the Curator feed the Otter Keeper?"])
def test_a_question_that_denies_or_asks_of_another_puts_nothing_forward(question: str) -> None:
    assert asked(question) is None
