"""What is held, as answers need it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from assistant.holdings import Holdings
from index import Library, LibrarySettings
from tests.assistant.town import CURRENT_TITLES, date, printed, spec
from tests.assistant.verifying import Asking
from tests.generation.specs import CodedRow, SpecValues

KEEPER = spec("Gate Keeper", "300001")


@contextmanager
def holdings(folder: Path, **specs: SpecValues) -> Iterator[Holdings]:
    """Some specs, held by the names of their files."""
    for name, values in specs.items():
        (folder / f"{name}.txt").write_text(printed(values), encoding="utf-8")
    files = [folder / f"{name}.txt" for name in specs]
    with Library.open(LibrarySettings(library=folder / "library", embedding_model=str(folder / "none"))) as library:
        assert not library.ingest(files).failed
        yield Holdings(library)


def test_the_classes_are_the_newest_revision_of_each(town: Asking) -> None:
    held = Holdings(town.library)
    assert sorted(entry.title or "" for entry in held.classes) == list(CURRENT_TITLES)
    assert len(held.entries) == len(CURRENT_TITLES) + 1


def test_the_revisions_of_a_class_are_the_oldest_first_whichever_is_asked_about(town: Asking) -> None:
    held = Holdings(town.library)
    for entry in (entry for entry in held.entries if entry.title == "Ferry Mate"):
        assert [one.revised for one in held.revisions(entry)] == ["June 2007", "June 2016"]


def test_a_copy_of_the_same_bytes_is_no_revision(tmp_path: Path) -> None:
    with holdings(tmp_path, one=KEEPER, two=KEEPER) as held:
        assert len(held.entries) == 2
        assert len(held.revisions(held.entries[0])) == 1


def test_the_agency_follows_a_title_that_two_agencies_hold(tmp_path: Path) -> None:
    elsewhere = replace(KEEPER, agency="CITY OF ORRERY", code="9")
    with holdings(tmp_path, here=KEEPER, there=elsewhere) as held:
        assert len(set(held.titles.values())) == 2
        assert all(title.startswith("Gate Keeper (") for title in held.titles.values())


def test_two_revisions_of_one_agency_share_their_title(tmp_path: Path) -> None:
    with holdings(tmp_path, old=KEEPER, new=replace(KEEPER, revised=date(2015))) as held:
        assert set(held.titles.values()) == {"Gate Keeper"}
        assert held.titles_of(held.entries) == ["Gate Keeper"]


def test_only_rows_that_the_form_does_not_name_are_a_classs_own(tmp_path: Path) -> None:
    rows = (*KEEPER.demands, CodedRow("rowing", "Rowing", "F", is_own=True))
    with holdings(tmp_path, keeper=replace(KEEPER, demands=rows)) as held:
        assert list(held.own_fields(held.entries)) == ["physical_demands.rowing"]
