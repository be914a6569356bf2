import json
from dataclasses import replace

from assistant.answer import Answer, Citation, Outcome, Question, Reason, Route, Value
from index import Failure, HeldSpec, IngestReport, Series, SpecEntry
from ingest.model import ClassSpec, Fact, Form, Issue, LegendEntry, Member, Repair, Section, Source, Status
from tests.ui.conftest import check
from ui import contract

TITLE = "Custodian"
REPAIR = Repair("digit_for_letter", "0", "O", 9, 10)
DATE = Fact("adopted", Status.READ, "Septen\t1ber 2001", "September 2001", None, 1, 0, 20, 2, 20, "2001-09", (REPAIR,))
LIFTING = Fact(
    "physical_demands.lifting", Status.READ, "0", "Occasionally", "Boxes", None, 0, 15, 9, 10, None, (REPAIR,)
)
SPEC = ClassSpec(
    source=Source("/specs/custodian.txt", "0" * 64, "txt", "utf-8", "Lifting\t0\tBoxes"),
    form=Form.NORFOLK,
    agency=None,
    code="C-1",
    title=TITLE,
    department=None,
    service="classified",
    adopted="September 2001",
    revised=None,
    revision="2001-09",
    members=(Member("Head Custodian", None, 0),),
    sections=(Section("physical_demands", "PHYSICAL DEMANDS", None, 0, 15, (REPAIR,)),),
    legends=(LegendEntry("physical_demands", "O", "Occasionally", None, None, 0, 14),),
    facts=(DATE, LIFTING),
    passages=(),
    issues=(Issue("unmatched_label", "A label fits no row of the form."),),
)
ENTRY = SpecEntry(
    spec_id="custodian-1",
    title=TITLE,
    code="C-1",
    agency=None,
    department=None,
    service="classified",
    adopted="September 2001",
    revised=None,
    revision="2001-09",
    path="/specs/custodian.txt",
    sha256="0" * 64,
    form=Form.NORFOLK,
    members=(),
    issues=(Issue("unmatched_label", "A label fits no row of the form.", 0, 7),),
)
ANSWER = Answer(
    question=Question("How often does the Custodian lift?", id="q1"),
    outcome=Outcome.ANSWERED,
    route=Route.LOOKUP,
    text="Occasionally [1].",
    classes=(TITLE,),
    values=(Value(TITLE, "physical_demands.lifting", "0", "Occasionally", 1),),
    citations=(
        Citation(1, "custodian-1", TITLE, "physical_demands", "Lifting\t0\tBoxes", "custodian.txt", None, 0, 15),
    ),
    elapsed_ms=1.23456,
    remark="Dense search was not to be had.",
)


def test_an_answer_has_the_keys_of_the_contract() -> None:
    content = contract.answer_object(ANSWER)
    check("answer", content)
    assert content["values"] == [
        {"class": TITLE, "field": "physical_demands.lifting", "raw": "0", "value": "Occasionally", "citation": 1}
    ]
    assert content["id"] == "q1"
    assert content["elapsed_ms"] == 1.235


def test_an_abstention_says_its_reason() -> None:
    abstained = replace(
        ANSWER, outcome=Outcome.ABSTAINED, route=Route.NONE, reason=Reason.NOT_IN_SPEC, values=(), citations=()
    )
    content = contract.answer_object(abstained)
    check("answer", content)
    assert content["reason"] == "not_in_spec"


def test_a_spec_is_shown_whole() -> None:
    content = contract.show_object(HeldSpec("custodian-1", SPEC))
    check("show", content)
    assert "text" not in json.dumps(content["source"])


def test_the_classes_of_a_series_are_named_by_the_ids_that_they_are_held_under() -> None:
    content = contract.show_object(HeldSpec("custodian-1", SPEC))
    assert content["members"] == [{"spec_id": "custodian-1-0", "title": "Head Custodian", "code": None, "place": 0}]


def test_a_class_of_a_series_names_its_series() -> None:
    held = HeldSpec("custodian-1-0", replace(SPEC, members=(), place=0), Series("custodian-1", TITLE))
    content = contract.show_object(held)
    check("show", content)
    assert content["series"] == {"spec_id": "custodian-1", "title": TITLE}
    assert "series" not in contract.show_object(HeldSpec("custodian-1", SPEC))


def test_a_series_is_listed_once_with_its_classes() -> None:
    document = replace(ENTRY, members=SPEC.members)
    member = replace(ENTRY, spec_id="custodian-1-0", title="Head Custodian", series="custodian-1", place=0)
    content = contract.list_object((member, document))
    check("list", content)
    alone = contract.list_object((ENTRY,))["specs"]
    assert isinstance(alone, list)
    assert "members" not in alone[0]
    members = [{"spec_id": "custodian-1-0", "title": "Head Custodian", "code": None, "place": 0}]
    assert content["specs"] == [alone[0] | {"members": members}]


def test_only_a_date_has_an_iso_form() -> None:
    facts = contract.show_object(HeldSpec("custodian-1", SPEC))["facts"]
    assert isinstance(facts, list)
    assert [fact.get("iso") for fact in facts] == ["2001-09", None]
    assert "iso" not in facts[1]


def test_an_ingest_report_names_every_spec_and_every_failure() -> None:
    report = IngestReport(1, 0, 0, (Failure("/specs/a.txt", "It is empty."),), (ENTRY,), 0, None)
    content = contract.ingest_object(report)
    check("ingest", content)
    assert content["failed"] == [{"path": "/specs/a.txt", "error": "It is empty."}]


def test_the_specs_held_are_listed_as_ingest_lists_them() -> None:
    content = contract.list_object((ENTRY,))
    check("list", content)
    assert content["specs"] == contract.ingest_object(IngestReport(0, 0, 1, (), (ENTRY,), 0, None))["specs"]


def test_an_error_and_the_state_of_health_fit_their_schemas() -> None:
    check("batch_error", contract.error_object("The line is not JSON.", "q1"))
    check("batch_error", contract.error_object("The line is not JSON."))
    check("health", contract.health_object(13, 340, "ready"))


def test_json_is_one_line_of_utf_8_unless_indented() -> None:
    assert contract.json_bytes({"text": "naïve\n§"}) == '{"text":"naïve\\n§"}\n'.encode()
    assert contract.json_bytes({"n": 1}, indent=2) == b'{\n  "n": 1\n}\n'


def test_a_path_that_is_not_utf_8_leaves_as_json_escapes() -> None:
    path = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    assert json.loads(contract.json_bytes({"path": path})) == {"path": path}
