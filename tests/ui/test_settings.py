import pytest
from pydantic import ValidationError

from ui.settings import ServeSettings


def test_the_page_is_served_to_this_machine_alone_unless_told_otherwise() -> None:
    assert ServeSettings() == ServeSettings(host="127.0.0.1", port=7860)


def test_host_and_port_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEBOOK_HOST", "0.0.0.0")
    monkeypatch.setenv("ROLEBOOK_PORT", "8080")
    assert (ServeSettings().host, ServeSettings().port) == ("0.0.0.0", 8080)


def test_a_port_out_of_range_is_refused() -> None:
    with pytest.raises(ValidationError):
        ServeSettings(port=65536)
