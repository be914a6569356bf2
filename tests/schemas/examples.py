"""An example of every JSON object that the program reads or prints."""

import copy
from typing import Any

Example = dict[str, Any]

ISSUE = {"code": "no_revision_date", "message": "The place of the revision date is blank.", "start": 31, "end": 45}
REPAIR = {"rule": "split_letters", "before": "Septen\t1ber", "after": "September", "start": 9, "end": 20}
SUMMARY = {
    "spec_id": "s1",
    "title": "Utility Customer Service Manager",
    "code": None,
    "path": "samples/utility-customer-service-manager.txt",
    "form": "norfolk",
    "issues": [ISSUE, {"code": "same_bytes", "message": "Held twice.", "start": None, "end": None}],
}
MEMBER: Example = {"spec_id": "s1-1", "title": "Senior Stenographer", "code": "1257", "place": 1}
STANDING: Example = {
    "field": "physical_demands.standing",
    "status": "read",
    "raw": "F",
    "value": "Frequently",
    "description": "Copier, fax machine, presentations, managing customer service center",
    "page": None,
    "start": 6424,
    "end": 6503,
    "raw_start": 6433,
    "raw_end": 6434,
    "repairs": [],
}
ADOPTED: Example = STANDING | {
    "field": "adopted",
    "raw": "Septen\t1ber <u> 2001</u>",
    "value": "September 2001",
    "iso": "2001-09",
    "repairs": [REPAIR],
}
REVISED: Example = STANDING | {"field": "revised", "status": "blank", "raw": "", "value": None, "description": None}
WAREHOUSE: Example = STANDING | {"field": "work_location.warehouse", "raw": "", "value": None, "description": None}
FOUND: Example = {
    "class": "Bridge Tender",
    "spec_id": "s2",
    "values": [{"class": "Bridge Tender", "field": "overall_strength", "raw": "X", "value": "Light", "citation": 1}],
    "citations": [
        {
            "n": 1,
            "spec_id": "s2",
            "class": "Bridge Tender",
            "section": "overall_strength",
            "quote": "X\tLight",
            "source": "bridge-tender.txt",
            "page": 2,
            "start": 3105,
            "end": 3112,
        }
    ],
}

EXAMPLES: dict[str, Example] = {
    "question": {
        "id": "q1",
        "question": "How often does the Utility Customer Service Manager stand?",
        "classes": ["Utility Customer Service Manager"],
        "history": [{"role": "user", "content": "Hello"}, {"role": "assistant", "content": "Ask about a class."}],
    },
    "answer": {
        "schema_version": 1,
        "id": "q1",
        "question": "How often does the Utility Customer Service Manager stand?",
        "outcome": "answered",
        "route": "lookup",
        "reason": None,
        "text": "Frequently [1]: from 1/3 to 2/3 of the time [2].",
        "classes": ["Utility Customer Service Manager"],
        "values": [
            {
                "class": "Utility Customer Service Manager",
                "field": "physical_demands.standing",
                "raw": "F",
                "value": "Frequently",
                "citation": 1,
            }
        ],
        "citations": [
            {
                "n": 1,
                "spec_id": "s1",
                "class": "Utility Customer Service Manager",
                "section": "physical_demands",
                "quote": "Standing\tF\tCopier, fax machine, presentations, managing customer service center",
                "source": "utility-customer-service-manager.txt",
                "page": None,
                "start": 6424,
                "end": 6503,
            },
            {
                "n": 2,
                "spec_id": "s1",
                "class": "Utility Customer Service Manager",
                "section": "physical_demands",
                "quote": "From $1/3$ to $2/3$ of the time.",
                "source": "utility-customer-service-manager.txt",
                "page": None,
                "start": 6152,
                "end": 6184,
            },
        ],
        "elapsed_ms": 6.2,
    },
    "comparison": {"id": "c1", "specs": ["Custodian", "001310"], "sections": ["physical_demands"]},
    "filters": {"id": "f1", "filters": {"overall_strength": "at_most_light", "text": "harbor"}},
    "find": {
        "schema_version": 1,
        "held": 31,
        "found": [FOUND],
        "undecided": [FOUND | {"values": [], "citations": [], "why": "not_stated"}],
    },
    "feedback": {
        "question": "How often does the Custodian lift?",
        "classes": ["Custodian"],
        "verdict": "down",
        "reason": "wrong_source",
        "comment": "That is another row.",
        "answer_text": "Frequently [1].",
    },
    "feedback_kept": {
        "schema_version": 1,
        "id": "0f" * 16,
        "time": "2026-11-23T13:45:00+00:00",
        "question": "How often does the Custodian lift?",
        "classes": [],
        "verdict": "up",
        "reason": None,
        "comment": "",
        "answer_text": "Frequently [1].",
    },
    "batch_error": {"schema_version": 1, "id": None, "error": "line 3 is not JSON"},
    "ingest": {
        "schema_version": 1,
        "ingested": 1,
        "replaced": 0,
        "unchanged": 0,
        "failed": [{"path": "broken.pdf", "error": "not a PDF"}],
        "specs": [SUMMARY],
    },
    "list": {"schema_version": 1, "specs": [SUMMARY, SUMMARY | {"form": "generic", "members": [MEMBER]}]},
    "show": {
        "schema_version": 1,
        "spec_id": "s1",
        "title": "Utility Customer Service Manager",
        "code": None,
        "agency": None,
        "department": None,
        "service": "unclassified",
        "adopted": "September 2001",
        "revised": None,
        "form": "norfolk",
        "members": [MEMBER],
        "source": {
            "path": "samples/utility-customer-service-manager.txt",
            "sha256": "0123456789abcdef" * 4,
            "format": "txt",
            "encoding": "utf-8",
        },
        "sections": [
            {"key": "brief_description", "heading": None, "page": 1, "start": 145, "end": 610, "repairs": []},
            {"key": "physical_demands", "heading": "PHYSICAL DEMANDS", "page": None, "start": 6000, "end": 7600,
             "repairs": [REPAIR]},
        ],
        "legends": [
            {
                "section": "physical_demands",
                "code": "F",
                "word": "Frequently",
                "meaning": "From 1/3 to 2/3 of the time.",
                "page": None,
                "start": 6056,
                "end": 6070,
                "repairs": [],
            }
        ],
        "facts": [STANDING, ADOPTED, REVISED, WAREHOUSE],
        "issues": [ISSUE],
    },
    "source": {
        "schema_version": 1,
        "spec_id": "s1",
        "class": "Utility Customer Service Manager",
        "agency": None,
        "adopted": "September 2001",
        "revised": None,
        "source": "utility-customer-service-manager.txt",
        "sha256": "0123456789abcdef" * 4,
        "section": "physical_demands",
        "page": 3,
        "start": 6424,
        "end": 6434,
        "quote": "Standing\tF",
        "repairs": [REPAIR],
        "boxes": [{"start": 6424, "end": 6432, "page": 3, "left": 0.125, "top": 0.5, "right": 0.25, "bottom": 0.625}],
    },
    "health": {"schema_version": 1, "status": "ok", "specs": 13, "passages": 512, "vectors": "ready"},
    "doctor": {
        "schema_version": 1,
        "clean": False,
        "differences": [{"kind": "missing_vector", "spec_id": "s1", "message": "2 passages have no vector."}],
        "repaired": False,
    },
}  # fmt: skip


def changed(name: str, path: str, value: object) -> Example:
    """Return an example with the member at a path of names and places, such as `values.0.raw`, set to a value."""
    example = copy.deepcopy(EXAMPLES[name])
    *parents, last = (int(part) if part.isdigit() else part for part in path.split("."))
    place: Any = example
    for parent in parents:
        place = place[parent]
    place[last] = value
    return example


def without(name: str, member: str) -> Example:
    """Return an example that lacks one member."""
    return {key: value for key, value in EXAMPLES[name].items() if key != member}
