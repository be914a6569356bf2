"""The values of a class spec that was read, to be printed again in other shapes."""

from collections.abc import Mapping

from ingest.model import ClassSpec, Fact, Status
from tests.generation.specs import (
    DEMANDS,
    ENVIRONMENT,
    HEALTH,
    LOCATIONS,
    NON_PHYSICAL,
    REQUIREMENTS,
    STRENGTHS,
    CodedRow,
    DateCell,
    Legend,
    SpecValues,
)


def values_of(spec: ClassSpec) -> SpecValues:
    """Everything that a spec in the home form says; a row that the form does not name keeps its printed label."""
    facts = {fact.field: fact for fact in spec.facts}
    frequency, exposure = _legend(spec, "physical_demands"), _legend(spec, "environmental_factors")
    return SpecValues(
        agency=_value(facts, "agency"),
        code=_value(facts, "code"),
        adopted=_date(facts, "adopted"),
        revised=_date(facts, "revised"),
        title=_value(facts, "title") or "",
        department=_value(facts, "department"),
        service=_value(facts, "service") or "classified",
        description=_paragraphs(facts, "brief_description"),
        description_headed=True,
        functions=_functions(facts),
        requirements=tuple(
            (key, REQUIREMENTS.get(key) or _label(spec, fact), fact.value or "")
            for key, fact in _rows(facts, "class_requirements")
        ),
        strength=_code(_value(facts, "overall_strength"), STRENGTHS) or None,
        frequency=frequency,
        exposure=exposure,
        demands=_coded(spec, facts, "physical_demands", DEMANDS, frequency),
        machines=_paragraphs(facts, "machines_tools"),
        health=_coded(spec, facts, "health_and_safety", HEALTH, exposure),
        environment=_coded(spec, facts, "environmental_factors", ENVIRONMENT, exposure),
        locations=tuple((key, LOCATIONS[key], fact.value is not None) for key, fact in _rows(facts, "work_location")),
        notes=(_note(facts, 1), _note(facts, 2), _note(facts, 3)),
        notes_on_one_line=True,
        protective=_paragraphs(facts, "protective_equipment"),
        non_physical=_coded(spec, facts, "non_physical_demands", NON_PHYSICAL, frequency),
    )


def _value(facts: Mapping[str, Fact], field: str) -> str | None:
    return facts[field].value if field in facts else None


def _date(facts: Mapping[str, Fact], field: str) -> DateCell:
    fact = facts.get(field)
    if fact is None or fact.value is None:
        return DateCell("", None, None)
    month = next((word for word in fact.value.split() if word.isalpha()), None)
    return DateCell(fact.value, fact.value, fact.iso, month)


def _paragraphs(facts: Mapping[str, Fact], field: str) -> tuple[str, ...]:
    value = _value(facts, field)
    return (value,) if value else ()


def _note(facts: Mapping[str, Fact], number: int) -> str:
    return _value(facts, f"notes.{number}") or ""


def _functions(facts: Mapping[str, Fact]) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, str]] = []
    while (field := f"essential_functions.{len(found) + 1}") in facts:
        found.append((_code(_value(facts, f"{field}.strength"), STRENGTHS), _value(facts, field) or ""))
    return tuple(found)


def _rows(facts: Mapping[str, Fact], section: str) -> list[tuple[str, Fact]]:
    """The key and fact of each row of a section."""
    return [(field.removeprefix(f"{section}."), fact) for field, fact in facts.items()
            if field.startswith(f"{section}.")]  # fmt: skip


def _coded(
    spec: ClassSpec, facts: Mapping[str, Fact], section: str, labels: Mapping[str, str], legend: Legend
) -> tuple[CodedRow, ...]:
    return tuple(
        CodedRow(
            key,
            labels.get(key) or _label(spec, fact),
            fact.raw if fact.status is Status.ILLEGIBLE else _code(fact.value, legend.words),
            fact.description or "",
            is_own=key not in labels,
        )
        for key, fact in _rows(facts, section)
    )


def _label(spec: ClassSpec, fact: Fact) -> str:
    return spec.source.text[fact.start : fact.end].partition("\t")[0].strip()


def _code(value: str | None, words: Mapping[str, str]) -> str:
    return next((code for code, word in words.items() if word == value), "")


def _legend(spec: ClassSpec, section: str) -> Legend:
    entries = [entry for entry in spec.legends if entry.section == section]
    meanings = tuple(entry.meaning or "" for entry in entries)
    return Legend({entry.code: entry.word for entry in entries}, meanings if any(meanings) else None)
