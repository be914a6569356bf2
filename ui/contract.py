"""The contract's JSON objects, made from the values of the floors below. Pure: no input, no output, no clock."""

import json
from collections.abc import Iterable

from assistant.answer import Answer, Citation, Value
from index import HeldSpec, IngestReport, Series, SpecEntry, member_id
from ingest.model import Fact, Issue, LegendEntry, Member, Repair, Section

SCHEMA_VERSION = 1

JsonObject = dict[str, object]


def answer_object(answer: Answer) -> JsonObject:
    """One answer (contract, section 3)."""
    return {
        "schema_version": SCHEMA_VERSION,
        "id": answer.question.id,
        "question": answer.question.text,
        "outcome": answer.outcome.value,
        "route": answer.route.value,
        "reason": answer.reason.value if answer.reason else None,
        "text": answer.text,
        "classes": list(answer.classes),
        "values": [value_object(value) for value in answer.values],
        "citations": [citation_object(citation) for citation in answer.citations],
        "elapsed_ms": round(answer.elapsed_ms, 3),
    }


def error_object(sentence: str, line_id: str | None = None) -> JsonObject:
    """What stands in the place of an answer that cannot be given; ``line_id`` is the question line's id."""
    return {"schema_version": SCHEMA_VERSION, "id": line_id, "error": sentence}


def health_object(specs: int, passages: int, vectors: str) -> JsonObject:
    """What the server holds, and whether its vectors are ready."""
    return {
        "schema_version": SCHEMA_VERSION,
        "status": "ok",
        "specs": specs,
        "passages": passages,
        "vectors": vectors,
    }


def ingest_object(report: IngestReport) -> JsonObject:
    """What became of every file named to ``ingest`` (contract, section 2)."""
    return {
        "schema_version": SCHEMA_VERSION,
        "ingested": report.ingested,
        "replaced": report.replaced,
        "unchanged": report.unchanged,
        "failed": [{"path": failure.path, "error": failure.error} for failure in report.failed],
        "specs": [_entry(entry) for entry in report.entries],
    }


def list_object(entries: Iterable[SpecEntry]) -> JsonObject:
    """The documents held, each with the classes of its series (contract, section 2)."""
    documents = [_entry(entry) for entry in entries if entry.series is None]
    return {"schema_version": SCHEMA_VERSION, "specs": documents}


def show_object(held: HeldSpec) -> JsonObject:
    """One spec, structured (contract, section 2)."""
    spec = held.spec
    source = spec.source
    series = {"series": _series(held.series)} if held.series else {}
    return {
        "schema_version": SCHEMA_VERSION,
        "spec_id": held.spec_id,
        "title": spec.title,
        "code": spec.code,
        "agency": spec.agency,
        "department": spec.department,
        "service": spec.service,
        "adopted": spec.adopted,
        "revised": spec.revised,
        "form": spec.form.value,
        **series,
        "members": [_member(held.spec_id, member) for member in spec.members],
        "source": {
            "path": source.path,
            "sha256": source.sha256,
            "format": source.format,
            "encoding": source.encoding,
        },
        "sections": [_section(section) for section in spec.sections],
        "legends": [_legend(entry) for entry in spec.legends],
        "facts": [_fact(fact) for fact in spec.facts],
        "issues": [_issue(issue) for issue in spec.issues],
    }


def json_bytes(content: JsonObject, *, indent: int | None = None) -> bytes:
    """The object as UTF-8 JSON ending in a line feed; on a single line unless ``indent`` is given.

    A path whose bytes are not UTF-8 carries lone surrogates: they leave as JSON's own escapes for them.
    """
    separators = (",", ":") if indent is None else None
    text = json.dumps(content, ensure_ascii=False, indent=indent, separators=separators)
    return (text + "\n").encode("utf-8", errors="backslashreplace")


def value_object(value: Value) -> JsonObject:
    """One cell that is stated."""
    return {
        "class": value.class_title,
        "field": value.field,
        "raw": value.raw,
        "value": value.value,
        "citation": value.citation,
    }


def citation_object(citation: Citation) -> JsonObject:
    """One exact quote."""
    return {
        "n": citation.n,
        "spec_id": citation.spec_id,
        "class": citation.class_title,
        "section": citation.section,
        "quote": citation.quote,
        "source": citation.source,
        "page": citation.page,
        "start": citation.start,
        "end": citation.end,
    }


def _entry(entry: SpecEntry) -> JsonObject:
    members = {"members": [_member(entry.spec_id, member) for member in entry.members]} if entry.members else {}
    return {
        "spec_id": entry.spec_id,
        "title": entry.title,
        "code": entry.code,
        "path": entry.path,
        "form": entry.form.value,
        "issues": [_issue(issue) for issue in entry.issues],
        **members,
    }


def _member(document_id: str, member: Member) -> JsonObject:
    return {
        "spec_id": member_id(document_id, member.place),
        "title": member.title,
        "code": member.code,
        "place": member.place,
    }


def _series(series: Series) -> JsonObject:
    return {"spec_id": series.spec_id, "title": series.title}


def _section(section: Section) -> JsonObject:
    return {
        "key": section.key,
        "heading": section.heading,
        "page": section.page,
        "start": section.start,
        "end": section.end,
        "repairs": [repair_object(repair) for repair in section.repairs],
    }


def _legend(entry: LegendEntry) -> JsonObject:
    return {
        "section": entry.section,
        "code": entry.code,
        "word": entry.word,
        "meaning": entry.meaning,
        "page": entry.page,
        "start": entry.start,
        "end": entry.end,
        "repairs": [repair_object(repair) for repair in entry.repairs],
    }


def _fact(fact: Fact) -> JsonObject:
    content: JsonObject = {
        "field": fact.field,
        "status": fact.status.value,
        "raw": fact.raw,
        "value": fact.value,
        "description": fact.description,
        "page": fact.page,
        "start": fact.start,
        "end": fact.end,
        "raw_start": fact.raw_start,
        "raw_end": fact.raw_end,
        "repairs": [repair_object(repair) for repair in fact.repairs],
    }
    if fact.iso is not None:
        content["iso"] = fact.iso
    return content


def repair_object(repair: Repair) -> JsonObject:
    """What was read otherwise than it is printed."""
    return {
        "rule": repair.rule,
        "before": repair.before,
        "after": repair.after,
        "start": repair.start,
        "end": repair.end,
    }


def _issue(issue: Issue) -> JsonObject:
    return {"code": issue.code, "message": issue.message, "start": issue.start, "end": issue.end}
