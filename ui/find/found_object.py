"""What filters find as the contract's JSON: each class with the cells that decide it, and their exact quotes."""

from collections.abc import Callable

from assistant import Answer, Finding, Findings
from ui.contract import SCHEMA_VERSION, JsonObject, citation_object, value_object


def find_object(findings: Findings, answer_of: Callable[[Finding], Answer]) -> JsonObject:
    """The classes found and those of which it cannot be told; ``answer_of`` says what decides of one."""
    return {
        "schema_version": SCHEMA_VERSION,
        "held": findings.held,
        "found": [_class(one, answer_of(one)) for one in findings.found],
        "undecided": [_class(one, answer_of(one)) | {"why": one.standing.value} for one in findings.undecided],
    }


def _class(finding: Finding, answer: Answer) -> JsonObject:
    return {
        "class": finding.title,
        "spec_id": finding.entry.spec_id,
        "values": [value_object(value) for value in answer.values],
        "citations": [citation_object(citation) for citation in answer.citations],
    }
