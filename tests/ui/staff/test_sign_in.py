import pytest

from tests.ui.staff.conftest import PASSWORD, PASSWORD_HASH
from ui.staff.passwords import PasswordHash
from ui.staff.sign_in import (
    FAILURES_AN_ADDRESS,
    FAILURES_IN_ALL,
    SECONDS_A_SESSION,
    SECONDS_LOCKED,
    Entered,
    LockedOut,
    SignIn,
    WrongPassword,
)

DESK, ELSEWHERE = "192.0.2.1", "192.0.2.2"


class Clock:
    """A clock that stands still until it is put forward."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sign_in(clock: Clock) -> SignIn:
    return SignIn(PASSWORD_HASH, clock)


def fail(sign_in: SignIn, times: int, address: str = DESK) -> list[WrongPassword | LockedOut | Entered]:
    return [sign_in.enter("wrong", address) for _ in range(times)]


def entered(sign_in: SignIn, address: str = DESK) -> str:
    result = sign_in.enter(PASSWORD, address)
    assert isinstance(result, Entered)
    return result.token


def test_only_the_password_itself_matches_and_it_is_nowhere_to_be_seen() -> None:
    assert PASSWORD_HASH.matches(PASSWORD)
    assert not any(PASSWORD_HASH.matches(other) for other in ("", PASSWORD[:-1], PASSWORD + " ", PASSWORD.upper()))
    assert PasswordHash.of(PASSWORD) != PASSWORD_HASH
    assert repr(PASSWORD_HASH) == "PasswordHash()"
    assert PASSWORD.encode() not in PASSWORD_HASH.salt + PASSWORD_HASH.digest


def test_the_password_opens_a_session_until_it_is_left(sign_in: SignIn) -> None:
    first, second = entered(sign_in), entered(sign_in)
    assert first != second
    assert not sign_in.is_signed_in(None)
    assert not sign_in.is_signed_in(first[:-1])
    sign_in.leave(first)
    assert (sign_in.is_signed_in(first), sign_in.is_signed_in(second)) == (False, True)


def test_a_session_ends_by_itself(sign_in: SignIn, clock: Clock) -> None:
    token = entered(sign_in)
    clock.seconds += SECONDS_A_SESSION - 1
    assert sign_in.is_signed_in(token)
    clock.seconds += 1
    assert not sign_in.is_signed_in(token)


def test_wrong_passwords_are_counted_down_and_then_lock(sign_in: SignIn) -> None:
    lefts = [WrongPassword(left) for left in range(FAILURES_AN_ADDRESS - 1, 0, -1)]
    assert fail(sign_in, FAILURES_AN_ADDRESS) == [*lefts, LockedOut(SECONDS_LOCKED)]
    assert sign_in.enter(PASSWORD, DESK) == LockedOut(SECONDS_LOCKED)


def test_a_lock_opens_when_its_time_is_over(sign_in: SignIn, clock: Clock) -> None:
    fail(sign_in, FAILURES_AN_ADDRESS)
    clock.seconds += SECONDS_LOCKED - 0.5
    assert sign_in.enter(PASSWORD, DESK) == LockedOut(1)
    clock.seconds += 0.5
    entered(sign_in)


def test_a_lock_holds_for_one_address_and_not_for_another(sign_in: SignIn) -> None:
    fail(sign_in, FAILURES_AN_ADDRESS)
    entered(sign_in, ELSEWHERE)


def test_changing_the_address_does_not_help_for_long(sign_in: SignIn) -> None:
    results = [sign_in.enter("wrong", f"192.0.2.{number}") for number in range(FAILURES_IN_ALL)]
    assert [isinstance(result, LockedOut) for result in results] == [False] * (FAILURES_IN_ALL - 1) + [True]
    assert sign_in.enter(PASSWORD, "198.51.100.1") == LockedOut(SECONDS_LOCKED)


def test_who_is_signed_in_stays_so_while_others_are_locked_out(sign_in: SignIn) -> None:
    token = entered(sign_in)
    fail(sign_in, FAILURES_IN_ALL)
    assert sign_in.is_signed_in(token)


def test_the_right_password_forgives_the_wrong_ones_before_it(sign_in: SignIn) -> None:
    fail(sign_in, FAILURES_AN_ADDRESS - 1)
    entered(sign_in)
    assert fail(sign_in, 1) == [WrongPassword(FAILURES_AN_ADDRESS - 1)]


def test_old_failures_count_no_longer(sign_in: SignIn, clock: Clock) -> None:
    fail(sign_in, FAILURES_AN_ADDRESS - 1)
    clock.seconds += SECONDS_LOCKED
    assert fail(sign_in, 1) == [WrongPassword(FAILURES_AN_ADDRESS - 1)]


def test_so_many_sessions_are_kept_and_the_oldest_go_first(
    sign_in: SignIn, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.staff.sign_in._MOST_SESSIONS", 2)
    tokens = []
    for _ in range(4):
        clock.seconds += 1
        tokens.append(entered(sign_in))
    assert [sign_in.is_signed_in(token) for token in tokens] == [False, False, True, True]
