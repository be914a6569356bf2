from pathlib import Path

import pytest
from pydantic import ValidationError

from index import LibrarySettings


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEBOOK_LIBRARY", "/srv/held")
    monkeypatch.setenv("ROLEBOOK_PRECISION", "float32")
    settings = LibrarySettings()
    assert settings.library == Path("/srv/held")
    assert settings.precision == "float32"


def test_every_store_lies_in_the_library_by_default() -> None:
    settings = LibrarySettings(library=Path("/srv/held"))
    assert settings.relational_url == "sqlite:////srv/held/rolebook.sqlite3"
    assert settings.vectors_folder.parent == settings.vectors_lock.parent == settings.library


def test_settings_do_not_change() -> None:
    settings = LibrarySettings()
    with pytest.raises(ValidationError):
        settings.library = Path("/elsewhere")
