"""The staff's password, kept as no more than a salted hash."""

import hashlib
import hmac
import os
from dataclasses import dataclass, field
from typing import Self

# https://www.rfc-editor.org/rfc/rfc7914: 16 MB and some tens of milliseconds for one guess.
_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
_SALT_BYTES = 16


@dataclass(frozen=True)
class PasswordHash:
    """What tells the password from any other, without holding it; neither part is ever printed."""

    salt: bytes = field(repr=False)
    digest: bytes = field(repr=False)

    @classmethod
    def of(cls, password: str) -> Self:
        """The hash of a password, with a salt of its own."""
        salt = os.urandom(_SALT_BYTES)
        return cls(salt, _digest(password, salt))

    def matches(self, given: str) -> bool:
        """Whether this is the hash of what was given; takes equally long for every wrong password."""
        return hmac.compare_digest(self.digest, _digest(given, self.salt))


def _digest(password: str, salt: bytes) -> bytes:
    secret = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(secret, salt=salt, n=_COST, r=_BLOCK, p=_PARALLEL)
