"""Signing in and out: who holds a session, and how long wrong passwords keep everybody out."""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from threading import Lock

from ui.staff.passwords import PasswordHash

Clock = Callable[[], float]

SECONDS_A_SESSION = 8 * 3600
SECONDS_LOCKED = 15 * 60
FAILURES_AN_ADDRESS = 5
# Over all addresses, so that changing the address does not help.
FAILURES_IN_ALL = 20
_MOST_SESSIONS = 100


@dataclass(frozen=True, slots=True)
class Entered:
    """The password was right: the session's token, which only its browser is told."""

    token: str


@dataclass(frozen=True, slots=True)
class WrongPassword:
    """The password was wrong; so many more can be tried now."""

    tries_left: int


@dataclass(frozen=True, slots=True)
class LockedOut:
    """Too many were wrong; in so many seconds the next one can be tried."""

    seconds: int


class Attempts:
    """The wrong passwords of the last while, by address. Not for several threads at once."""

    def __init__(self, clock: Clock) -> None:
        """No failure yet."""
        self._clock = clock
        self._failures: list[tuple[float, str]] = []

    def seconds_locked(self, address: str) -> int:
        """How long an address has to wait before it may try; 0 where it need not."""
        now = self._clock()
        self._failures = [failure for failure in self._failures if now - failure[0] < SECONDS_LOCKED]
        own = [at for at, failed_from in self._failures if failed_from == address]
        every = [at for at, _ in self._failures]
        locking = [times[-most] for times, most in ((own, FAILURES_AN_ADDRESS), (every, FAILURES_IN_ALL))
                   if len(times) >= most]  # fmt: skip
        return ceil(max((at + SECONDS_LOCKED - now for at in locking), default=0))

    def fail(self, address: str) -> int:
        """Note a wrong password; returns how many more the address may try now."""
        self._failures.append((self._clock(), address))
        own = sum(failed_from == address for _, failed_from in self._failures)
        return max(0, min(FAILURES_AN_ADDRESS - own, FAILURES_IN_ALL - len(self._failures)))

    def forgive(self, address: str) -> None:
        """Forget the failures of an address: it knew the password in the end."""
        self._failures = [failure for failure in self._failures if failure[1] != address]


class SignIn:
    """The sessions of those who knew the password, in this server's memory; threads may share it."""

    def __init__(self, password: PasswordHash, clock: Clock = time.monotonic) -> None:
        """Nobody is signed in yet."""
        self._password = password
        self._clock = clock
        self._attempts = Attempts(clock)
        self._busy = Lock()
        # When each session ends, by the digest of its token: what is in memory opens nothing.
        self._sessions: dict[str, float] = {}

    def enter(self, given: str, address: str) -> Entered | WrongPassword | LockedOut:
        """Try a password; one is tried at a time, so that many at once are counted too."""
        with self._busy:
            if seconds := self._attempts.seconds_locked(address):
                return LockedOut(seconds)
            if not self._password.matches(given):
                left = self._attempts.fail(address)
                return WrongPassword(left) if left else LockedOut(self._attempts.seconds_locked(address))
            self._attempts.forgive(address)
            return Entered(self._new_session())

    def is_signed_in(self, token: str | None) -> bool:
        """Whether a token is that of a session that has not ended."""
        with self._busy:
            return token is not None and self._sessions.get(_digest(token), self._clock()) > self._clock()

    def leave(self, token: str | None) -> None:
        """End a session."""
        with self._busy:
            self._sessions.pop(_digest(token or ""), None)

    def _new_session(self) -> str:
        now = self._clock()
        live = sorted((end, digest) for digest, end in self._sessions.items() if end > now)
        self._sessions = {digest: end for end, digest in live[-_MOST_SESSIONS + 1 :]}
        token = secrets.token_urlsafe(32)
        self._sessions[_digest(token)] = now + SECONDS_A_SESSION
        return token


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
