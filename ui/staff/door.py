"""Who may come in: decided anew for every request, from what the request says and how the server is reached."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from urllib.parse import urlsplit

from ui.staff.passwords import PasswordHash
from ui.staff.sign_in import SignIn

COOKIE = "rolebook_staff"

# What a proxy adds to a request that it passes on: then whoever asks is not at this machine.
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")


class Standing(Enum):
    """What a request may do in the Library tab."""

    SIGNED_IN = "signed_in"
    AT_THIS_MACHINE = "at_this_machine"
    """No password is set, and who asks sits at the machine that only serves itself."""
    STRANGER = "stranger"
    """A password is set, and this request has no session."""
    OFF_BEYOND = "off_beyond"
    """No password is set, and the server is reached from beyond this machine."""
    OFF_PASSED_ON = "off_passed_on"
    """No password is set, and this request came through something else or under another name."""

    @property
    def is_staff(self) -> bool:
        """Whether it may see and change what only staff may."""
        return self in (Standing.SIGNED_IN, Standing.AT_THIS_MACHINE)


@dataclass(frozen=True)
class Asking:
    """What a request says of where it comes from; the names of ``headers`` are in small letters."""

    address: str
    token: str | None
    headers: Mapping[str, str]


class Door:
    """Lets staff in: by the password where one is set, else whoever is at a machine that serves itself alone."""

    def __init__(self, password: PasswordHash | None, host: str) -> None:
        """``host`` is where the server listens."""
        self.sign_in = SignIn(password) if password else None
        self._is_local = is_loopback(host)

    def standing(self, asking: Asking) -> Standing:
        """What a request may do."""
        if self.sign_in is not None:
            return Standing.SIGNED_IN if self.sign_in.is_signed_in(asking.token) else Standing.STRANGER
        if not self._is_local:
            return Standing.OFF_BEYOND
        is_here = is_loopback(asking.address) and is_loopback(_name(asking.headers.get("host", "")))
        is_passed_on = any(name in asking.headers for name in _PASSED_ON)
        return Standing.AT_THIS_MACHINE if is_here and not is_passed_on else Standing.OFF_PASSED_ON


def is_of_this_page(headers: Mapping[str, str]) -> bool:
    """Whether a request that changes something was sent by a page of this very server.

    A browser says with every such request which page sends it, and no page can make it say otherwise.
    """
    origin, host = headers.get("origin", ""), headers.get("host", "")
    try:
        parts = urlsplit(origin)
        return bool(host) and _place(parts.netloc, parts.scheme) == _place(host, parts.scheme)
    except ValueError:  # a port that is no number
        return False


def is_loopback(host: str) -> bool:
    """Whether a host is this machine as only it can call itself: ``localhost`` or a loopback address."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def _name(host: str) -> str:
    """The name in a ``Host`` header, without its port; empty where it is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""


def _place(host: str, scheme: str) -> tuple[str, int]:
    """The name and port that a host means, where the scheme says which port is meant by none."""
    parts = urlsplit(f"//{host}")
    return parts.hostname or "", parts.port or (443 if scheme == "https" else 80)
