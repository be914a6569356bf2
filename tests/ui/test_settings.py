import os

import pytest
from pydantic import ValidationError

from ui.settings import ServeSettings, StaffSettings, take_password


def test_the_page_is_served_to_this_machine_alone_unless_told_otherwise() -> None:
    assert ServeSettings() == ServeSettings(host="127.0.0.1", port=7860)


def test_host_and_port_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEBOOK_HOST", "0.0.0.0")
    monkeypatch.setenv("ROLEBOOK_PORT", "8080")
    assert (ServeSettings().host, ServeSettings().port) == ("0.0.0.0", 8080)


def test_a_port_out_of_range_is_refused() -> None:
    with pytest.raises(ValidationError):
        ServeSettings(port=65536)


def test_the_staff_password_is_shown_by_nothing_and_taken_out_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ROLEBOOK_ADMIN_PASSWORD", "correct horse")
    settings = StaffSettings()
    assert "horse" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert take_password(settings) == "correct horse"
    assert "ROLEBOOK_ADMIN_PASSWORD" not in os.environ


def test_an_empty_staff_password_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert take_password(StaffSettings()) is None
    monkeypatch.setenv("ROLEBOOK_ADMIN_PASSWORD", "")
    assert take_password(StaffSettings()) is None
