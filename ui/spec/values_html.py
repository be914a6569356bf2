"""One value of a spec as HTML: what it says, its code, what the code means, what was repaired, and where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.draft import Subject, section_of
from assistant.wording import field_name, is_box, is_coded, legend_of, pointed_notes
from ingest.form import CODE_WORDS, SECTION_BY_KEY
from ingest.model import Fact, LegendEntry, Repair, Status
from ui.html import escaped
from ui.links import source_link, spec_path
from ui.spec.layout import code_of, readings
from ui.words import Words

_DATES = ("adopted", "revised", "open_date")
SOURCE_ICON = '<span class="source-icon" aria-hidden="true"></span>'


@dataclass(frozen=True, slots=True)
class ValueWriter:
    """Writes the values of one spec in the words of a page; every word of the spec is escaped."""

    subject: Subject
    words: Words

    def whole(self, fact: Fact) -> str:
        """A value with its code, its source and its repairs."""
        return f"{self.value(fact)} {self.code(fact)} {self.source(fact)}{self.repairs(fact)}"

    def value(self, fact: Fact) -> str:
        """What the value says; what is blank, illegible or not marked is said in words."""
        if fact.status is Status.BLANK:
            return self._quiet(self.words.say("spec.value.blank"))
        if fact.status is Status.ILLEGIBLE:
            said = self.words.say("spec.value.illegible", raw=" ".join(fact.raw.split()))
            return f'<strong class="illegible">{escaped(said)}</strong>'
        if is_box(fact.field):
            if fact.value is None:
                return self._quiet(self.words.say("spec.value.not_marked"))
            return f'<strong class="said">✓ {escaped(self.words.say("spec.value.marked"))}</strong>'
        if is_coded(fact.field):
            return self._decoded(fact)
        said = (fact.value or "").capitalize() if fact.field == "service" else fact.value or ""
        return f'<span class="said">{escaped(said)}</span>{self._as_written(fact)}'

    def code(self, fact: Fact) -> str:
        """The letter that a coded value was decoded from, as the spec's legend prints it."""
        if fact.status is not Status.READ or not is_coded(fact.field):
            return ""
        return f'<span class="code">{escaped(self._letter(fact))}</span>'

    def source(self, fact: Fact) -> str:
        """A link to the row of a value."""
        return self.link(field_name(fact.field), fact.start, fact.end)

    def link(self, what: str, start: int, end: int) -> str:
        """A small link to a place of the source, read out as the source of ``what``."""
        says = self.words.say("spec.source", what=what)
        held = self.subject.held
        quote = held.spec.source.text[start:end]
        return source_link(SOURCE_ICON, held.spec_id, start, end, self.words, says=says, quote=quote)

    def place(self, anchor: str) -> str:
        """The address of a place in the form, escaped: the page has a base address, so a bare ``#`` would leave it."""
        return escaped(f"{spec_path(self.subject.held.spec_id, self.words)}#{anchor}")

    def repairs(self, fact: Fact) -> str:
        """What was read for what: in the value, or in the label before it."""
        of_label = [repair for repair in fact.repairs if repair.start < fact.raw_start]
        of_value = [repair for repair in fact.repairs if repair.start >= fact.raw_start]
        label = "".join(
            self._repair(self.words.say("spec.repair.label", reading=said)) for said in self.readings(of_label)
        )
        return label + "".join(self._repair(said) for said in self.readings(of_value))

    def heading_repairs(self, repairs: Iterable[Repair]) -> str:
        """What was read for what in a heading."""
        return "".join(
            self._repair(self.words.say("spec.repair.heading", reading=said)) for said in self.readings(repairs)
        )

    def readings(self, repairs: Iterable[Repair]) -> list[str]:
        """Each repair in words, not yet escaped: read as this, from that, by these rules."""
        return [
            self.words.say(
                "spec.repair.reading",
                after=reading.after,
                before=reading.before,
                rules=", ".join(self.words.say(f"spec.rule.{rule}") for rule in reading.rules),
            )
            for reading in readings(repairs)
        ]

    def notes(self, fact: Fact) -> str:
        """Links to the notes that a row such as "Other (see 1 below)" points at and that say something."""
        return "".join(
            f' <a class="pointer" href="{self.place("spec-notes")}">{escaped(field_name(note.field))}</a>'
            for note in pointed_notes(self.subject, fact)
        )

    def key(self, facts: Iterable[Fact]) -> str:
        """What the codes of a table mean by the spec's own legend, each with its source; nothing without a legend."""
        used = {entry for fact in facts if (entry := self._legend(fact)) is not None}
        ordered = dict.fromkeys(entry for entry in self.subject.held.spec.legends if entry in used)
        rows = "".join(
            f"<dt>{escaped(entry.code)} = {escaped(entry.word)}</dt><dd>{escaped(entry.meaning or '')} "
            f"{self.link(f'{entry.code} = {entry.word}', entry.start, entry.end)}{self._legend_repairs(entry)}</dd>"
            for entry in ordered
        )
        name = escaped(self.words.say("spec.key"))
        return f'<div class="key"><p>{name}</p><dl>{rows}</dl></div>' if rows else ""

    def _decoded(self, fact: Fact) -> str:
        entry = self._legend(fact)
        said = escaped(fact.value or "")
        if entry is None or not entry.meaning:
            return f'<span class="said">{said}</span>'
        return f'<abbr class="said" title="{escaped(entry.meaning)}">{said}</abbr>'

    def _legend(self, fact: Fact) -> LegendEntry | None:
        return legend_of(self.subject, fact) if fact.status is Status.READ and is_coded(fact.field) else None

    def _letter(self, fact: Fact) -> str:
        entry = self._legend(fact)
        if entry is not None:
            return entry.code
        form = SECTION_BY_KEY[section_of(fact.field)]
        usual = CODE_WORDS[form.codes] if form.codes else {}
        return next((code for code, word in usual.items() if word == fact.value), code_of(fact))

    def _as_written(self, fact: Fact) -> str:
        """How a date is written that was put into words."""
        written = " ".join(fact.raw.split())
        if fact.field not in _DATES or fact.repairs or written == fact.value:
            return ""
        return f" {self._quiet(self.words.say('spec.value.written', raw=written))}"

    def _legend_repairs(self, entry: LegendEntry) -> str:
        return "".join(self._repair(said) for said in self.readings(entry.repairs))

    def _repair(self, said: str) -> str:
        return f'<span class="repair">{escaped(said)}</span>'

    def _quiet(self, said: str) -> str:
        return f'<span class="unsaid">{escaped(said)}</span>'
