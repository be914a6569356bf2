import pytest

from tests.ui.staff.conftest import PASSWORD, PASSWORD_HASH
from ui.staff.door import Asking, Door, Standing, is_loopback, is_of_this_page
from ui.staff.sign_in import Entered

HERE = Asking("127.0.0.1", None, {"host": "127.0.0.1:7860"})


def test_with_a_password_only_a_session_lets_in_from_wherever_it_is() -> None:
    door = Door(PASSWORD_HASH, "127.0.0.1")
    assert door.sign_in is not None
    result = door.sign_in.enter(PASSWORD, "192.0.2.1")
    assert isinstance(result, Entered)
    assert door.standing(HERE) is Standing.STRANGER
    assert door.standing(Asking("192.0.2.1", result.token, {"host": "rolebook.example"})) is Standing.SIGNED_IN


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "rolebook.example", ""])
def test_without_a_password_a_server_that_others_can_reach_lets_nobody_in(host: str) -> None:
    assert Door(None, host).standing(HERE) is Standing.OFF_BEYOND


@pytest.mark.parametrize(
    ("host", "asking"),
    [
        ("127.0.0.1", HERE),
        ("localhost", Asking("127.0.0.1", None, {"host": "localhost:7860"})),
        ("::1", Asking("::1", None, {"host": "[::1]:7860"})),
        ("127.0.0.1", Asking("127.0.0.1", "no session", {"host": "LOCALHOST"})),
    ],
)
def test_without_a_password_whoever_is_at_a_machine_that_serves_itself_is_let_in(host: str, asking: Asking) -> None:
    assert Door(None, host).standing(asking) is Standing.AT_THIS_MACHINE


@pytest.mark.parametrize(
    "asking",
    [
        Asking("127.0.0.1", None, {"host": "127.0.0.1:7860", "x-forwarded-for": "192.0.2.1"}),
        Asking("127.0.0.1", None, {"host": "127.0.0.1:7860", "x-forwarded-for": ""}),
        Asking("127.0.0.1", None, {"host": "127.0.0.1:7860", "forwarded": "for=192.0.2.1"}),
        Asking("127.0.0.1", None, {"host": "127.0.0.1:7860", "via": "1.1 proxy"}),
        Asking("192.0.2.1", None, {"host": "127.0.0.1:7860"}),
        # A name of somebody else's that was made to mean this machine.
        Asking("127.0.0.1", None, {"host": "rebound.example:7860"}),
        Asking("127.0.0.1", None, {"host": "127.0.0.1.rebound.example"}),
        Asking("127.0.0.1", None, {"host": "[broken"}),
        Asking("127.0.0.1", None, {}),
    ],
)
def test_without_a_password_what_came_by_way_of_something_else_is_not_let_in(asking: Asking) -> None:
    assert Door(None, "127.0.0.1").standing(asking) is Standing.OFF_PASSED_ON


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://rolebook.example", "rolebook.example"),
        ("http://rolebook.example", "rolebook.example:80"),
        ("https://rolebook.example", "rolebook.example"),
        ("https://rolebook.example", "rolebook.example:443"),
        ("http://ROLEBOOK.example:7860", "rolebook.example:7860"),
        ("http://[::1]:7860", "[::1]:7860"),
    ],
)
def test_a_page_of_this_server_may_change_things(origin: str, host: str) -> None:
    assert is_of_this_page({"origin": origin, "host": host})


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "rolebook.example"},
        {"origin": "null", "host": "rolebook.example"},
        {"origin": "", "host": ""},
        {"origin": "http://elsewhere.example", "host": "rolebook.example"},
        {"origin": "http://rolebook.example:8080", "host": "rolebook.example"},
        {"origin": "http://rolebook.example.elsewhere.example", "host": "rolebook.example"},
        {"origin": "http://elsewhere.example@rolebook.example:81", "host": "rolebook.example"},
        {"origin": "http://rolebook.example:port", "host": "rolebook.example:port"},
        {"origin": "http://[", "host": "["},
    ],
)
def test_no_other_page_may(headers: dict[str, str]) -> None:
    assert not is_of_this_page(headers)


def test_a_machine_calls_only_itself_by_its_loopback_names() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost")))
    assert not any(map(is_loopback, ("", "0.0.0.0", "::", "10.0.0.1", "localhost.example", "127.0.0.1.example")))
