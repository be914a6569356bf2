"""Questions of yes or no about one class."""

from pathlib import Path

import pytest

from assistant import Assistant, Outcome, Question, Reason, Route
from assistant.answering.yes_no import is_polar, saying_it_is_unsaid, without_polite_denial
from assistant.draft import Draft
from index import Library, LibrarySettings
from tests.assistant.town import printed, spec
from tests.assistant.verifying import Asking


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does the Ferry Mate climb?", "Yes. "),
        ("Does the Mosaic Restorer I climb?", "No. "),
        ("Does the Ferry Mate work outdoors?", "Yes. "),
        ("Does the Ferry Mate work in an office?", "No. "),
        ("Is a driver's license required for the Ferry Mate?", "Yes. "),
        ("Does the Quarry Inspector need a bachelor's degree?", "Yes. "),
        ("Does the Ferry Mate need a bachelor's degree?", "No. "),
        ("Is the Quarry Inspector around explosives daily?", "No. "),
        ("Isn't the Ferry Mate unclassified?", "Yes. "),
        ("Does the Archive Clerk climb often?", "Yes. "),
        ("Does the Archive Clerk climb sometimes?", "Yes. "),
    ],
)
def test_an_answer_begins_with_yes_or_no_where_the_spec_decides_it(town: Asking, question: str, said: str) -> None:
    answer = town(question)
    assert answer.outcome == Outcome.ANSWERED
    assert answer.text.startswith(said)
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "said", "quote"),
    [
        ("Does the Ferry Mate haul mooring lines?", "Yes. ", "Hauls mooring lines."),
        ("would the ferry mate be selling tickets", "Yes. ", "Sells tickets."),
        ("The caller wants to know if the Ferry Mate lowers the rescue boat.", "Yes. ", "Lowers the rescue boat."),
        ("Lowering the rescue boat: is that up to the Ferry Mate?", "Yes. ", "Lowers the rescue boat."),
        ("Would a Mosaic Restorer II be mixing mortar too?", "Yes. ", "Performs all duties of Mosaic Restorer I."),
        ("Would a Mosaic Restorer II be mixing mortar too?", "Yes. ", "Mixes lime mortar."),
    ],
)
def test_yes_or_no_is_said_by_a_sentence_too(town: Asking, question: str, said: str, quote: str) -> None:
    answer = town(question)
    assert answer.text.startswith(said)
    assert any(quote in citation.quote for citation in answer.citations)


def test_no_sentence_decides_what_it_does_not_wholly_say(town: Asking) -> None:
    assert not town("Does the Ferry Mate sell tickets for the museum?").text.startswith(("Yes", "No"))


def test_a_licence_that_only_some_need_is_shown_and_neither_demanded_nor_unsaid(tmp_path: Path) -> None:
    demand = "First aid card; commercial driver's license for those who drive the bus."
    camp_guide = spec("Camp Guide", "100020", requirements={"certifications": demand})
    (tmp_path / "camp-guide.txt").write_text(printed(camp_guide), encoding="utf-8")
    with Library.open(LibrarySettings(library=tmp_path / "library", embedding_model=str(tmp_path / "none"))) as held:
        assert not held.ingest([tmp_path / "camp-guide.txt"]).failed
        asking = Asking(held)
        answer = asking("Does the Camp Guide need a CDL?")
        assert answer.outcome is Outcome.ANSWERED
        assert answer.text.startswith(f"Camp Guide, Certifications and Other Requirements: “{demand}”")
        assert asking("Must the Camp Guide live in the city?").reason is Reason.NOT_IN_SPEC


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Does the Lamp Tender lift?", Reason.BLANK_IN_SPEC),
        ("Does the Kennel Aide lift?", Reason.ILLEGIBLE),
        ("Does the Bell Founder lift?", Reason.NOT_IN_SPEC),
        ("Does the Archive Clerk need a certificate in falconry?", Reason.NOT_IN_SPEC),
        ("Is a driver's license required for the Kennel Aide?", Reason.NOT_IN_SPEC),
    ],
)
def test_what_the_spec_leaves_open_is_said_to_be_unsaid(town: Asking, question: str, reason: Reason) -> None:
    answer = town(question)
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, reason)
    assert answer.text.startswith("The spec does not say. ")


def test_how_often_is_no_question_of_yes_or_no(town: Asking) -> None:
    assert town("How often does the Ferry Mate climb?").text.startswith("Continuously [1]")


def test_it_is_said_to_be_unsaid_once_and_only_of_what_was_not_answered() -> None:
    line = ("The class spec leaves it blank.",)
    blank = Draft(Outcome.ABSTAINED, Route.LOOKUP, (line,), reason=Reason.BLANK_IN_SPEC)
    once = saying_it_is_unsaid(blank)
    assert once.lines == (("The spec does not say. ", *line),)
    assert saying_it_is_unsaid(once) is once
    judged = Draft(Outcome.ABSTAINED, Route.LOOKUP, (line,), reason=Reason.PERSON_JUDGEMENT)
    assert saying_it_is_unsaid(judged) is judged


@pytest.mark.parametrize(
    ("text", "polar"),
    [
        ("Does the job involve rowing?", True),
        ("rowing is part of it, right?", True),
        ("I wonder whether there is any rowing", True),
        ("r boatmen rowing a lot", True),
        ("boatmen ever row", True),
        ("Must someone who joins row?", True),
        ("How often is there rowing?", False),
        ("What rowing does it involve?", False),
    ],
)
def test_a_question_is_of_yes_or_no_by_its_verb_or_its_tag(text: str, polar: bool) -> None:
    assert is_polar(text) is polar


def test_a_polite_denial_denies_nothing() -> None:
    assert without_polite_denial("Don’t I need a degree?").split() == ["I", "need", "a", "degree?"]
    assert without_polite_denial("dont need a degree right?") == "dont need a degree right?"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is the Accountant I in the Finance department?", "Yes. "),
        ("Is the Traffic Signal Mechanic in the Public Works department?", "No. "),
        ("Is it necessary for a Court Clerk II to become a notary?", "Yes. "),
        ("Is a CPA a must for Accountant II?", "No. "),
        ("does the museum registrar need any certificate on day one", "No. "),
        ("does the custodian job need any schooling", "No. "),
        ("Must a Custodian have finished high school?", "No. "),
        ("can i skip the cdl for equipment operator ii", "No. "),
        ("Does the Accountant II need to hold a CPA?", "No. "),
        ("Does the Court Clerk I give legal advice to the public?", "No. "),
        ("Does the Park Ranger have authority to approve purchases?", "No. "),
        ("do park rangers get 2 use chainsaws", "Yes. "),
    ],
)
def test_a_department_and_what_is_demanded_are_confirmed_or_denied(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(Question(question))
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith(said), answer.text


def test_a_tool_is_not_used_because_another_of_the_name_is_listed(assistant: Assistant) -> None:
    assert not assistant.ask(Question("Does the Bridge Tender use a gun?")).text.startswith("Yes")  # a grease gun
    assert not assistant.ask(Question("Does the Zookeeper use a dart projector?")).text.startswith("Yes")


def test_one_of_several_ways_to_meet_a_demand_is_neither_demanded_nor_not(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Does the Museum Registrar need a degree in art history?"))
    assert "art history, anthropology, or a related field" in answer.text
    assert not answer.text.startswith(("Yes", "No"))


def test_a_verdict_is_of_just_the_thing_asked(tmp_path: Path) -> None:
    requirements = {
        "education": "Bachelor's degree in hospitality.",
        "experience": "No prior hotel experience is required.",
        "certifications": "Tetanus and rabies inoculations.",
    }
    night_porter = spec("Night Porter", "100030", requirements=requirements)
    (tmp_path / "night-porter.txt").write_text(printed(night_porter), encoding="utf-8")
    with Library.open(LibrarySettings(library=tmp_path / "library", embedding_model=str(tmp_path / "none"))) as held:
        assert not held.ingest([tmp_path / "night-porter.txt"]).failed
        asking = Asking(held)
        assert asking("Does the Night Porter need a covid vaccine?").text.startswith("The spec does not say")
        assert asking("Does the Night Porter need a rabies vaccine?").text.startswith("Yes. ")
        assert asking("Caller asks: can you be a Night Porter without any experience?").text.startswith("Yes. ")
        assert asking("Does the Night Porter need a diploma?").text.startswith("Night Porter, Formal Education")


@pytest.mark.parametrize(
    "question",
    [
        "Is a notary commission required of the Bridge Tender?",
        "Must a Senior Soil Surveyor have a driving licence?",
        "Do Firefighters cook?",
    ],
)
def test_what_no_row_and_no_section_names_is_not_said(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(Question(question))
    assert answer.outcome is Outcome.ABSTAINED
    assert answer.text.startswith("The spec does not say")


def test_whom_somebody_supervises_is_not_whether(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Is the Librarian supervising the Branch Services Manager?"))
    assert not answer.text.startswith(("Yes", "No"))


def test_what_is_done_to_the_class_proves_what_is_asked_so(assistant: Assistant) -> None:
    answer = assistant.ask(Question("does the forensic photographer get called out at night"))
    assert answer.text.startswith("Yes. Forensic Photographer: “Reports to the Identification Sergeant; is called out")


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Does the librarian need plumbing experience?", "The spec does not say. Librarian, Experience"),
        ("Does the librarian need experience in plumbing?", "The spec does not say. Librarian, Experience"),
        ("Does the librarian need experience with animals?", "The spec does not say. Librarian, Experience"),
        ("Does the librarian need driving experience?", "The spec does not say. Librarian, Experience"),
        ("Does the librarian need library experience?", "Yes. Librarian, Experience"),
        ("Does the librarian need a nursing degree?", "The spec does not say. Librarian, Formal Education"),
        (
            "Does the librarian need a degree in library science?",
            "Librarian, Formal Education",
        ),  # "or information science"
        ("Does the civil engineer III need a civil engineering degree?", "Yes. Civil Engineer III, Formal Education"),
        ("does a custodian have to have cleaning experience", "No. Custodian, Experience"),  # preferred
        ("Must a Custodian have finished high school?", "No. Custodian, Formal Education"),
        ("Does the firefighter need firefighting experience?", "Firefighter, Experience"),  # "no prior fire service"
    ],
)
def test_experience_or_schooling_of_a_kind_is_demanded_only_where_the_row_names_it(
    assistant: Assistant, question: str, begins: str
) -> None:
    assert assistant.ask(Question(question)).text.startswith(begins)


@pytest.mark.parametrize(
    "question",
    ["Does the custodian lift patients?", "Does the park ranger climb trees?", "does the custodian push wheelchairs"],
)
def test_a_demand_of_what_its_row_does_not_name_is_shown_without_a_verdict(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(Question(question))
    assert answer.outcome is Outcome.ANSWERED
    assert not answer.text.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is the librarian supervised?", "Reports to the Branch Services Manager"),
        ("How closely is the custodian supervised?", "with little direct oversight"),
        ("what supervision does the bridge tender get", "report to the Bridge Foreman"),
        ("Does the administrative assistant work without supervision?", "works under general direction"),
        ("Is the soil surveyor trainee closely supervised?", "Under close supervision"),
        ("how much supervision do accountants get?", "reports to the Accounting Supervisor"),
    ],
)
def test_supervision_that_is_received_is_not_supervision_that_is_given(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(Question(question))
    assert said in answer.text
    assert "Supervisory" not in answer.text


@pytest.mark.parametrize(
    "question", ["will i be supervised as a zookeeper", "Is the harbor deckhand supervised by anybody?"]
)
def test_where_nothing_is_said_of_supervision_received_nothing_is_answered(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(Question(question))
    assert answer.reason is Reason.NOT_IN_SPEC
    assert answer.text.startswith("The spec does not say")


@pytest.mark.parametrize(
    "question", ["does the librarian supervise anyone", "Are library pages supervised by the Librarian?"]
)
def test_supervision_that_is_given_is_in_its_row(assistant: Assistant, question: str) -> None:
    assert assistant.ask(Question(question)).text.startswith("Yes. Librarian, Supervisory")
