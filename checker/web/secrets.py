"""Secrets that the server gives out: kept as hashes, compared in constant time."""

import hashlib
import hmac
import secrets
from typing import Final

_SALT_BYTES: Final = 16
_KEY_BYTES: Final = 18
_COST: Final = {"n": 2**14, "r": 8, "p": 1}
_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz23456789"
_PASSWORD: Final = 16
"""Letters of a password, of five bits each."""


def new_key() -> str:
    """Return what nobody can guess, for an address or a header."""
    return secrets.token_urlsafe(_KEY_BYTES)


def new_password() -> str:
    """Return what nobody can guess and a person can type."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_PASSWORD))
    return "-".join(letters[at : at + 4] for at in range(0, _PASSWORD, 4))


def digest(key: str) -> str:
    """Return by what a key that nobody can guess is known."""
    return hashlib.sha256(key.encode()).hexdigest()


def locked(password: str) -> str:
    """Return by what a password is known."""
    salt = secrets.token_bytes(_SALT_BYTES)
    return f"{salt.hex()}:{_stretched(password, salt)}"


def opens(password: str, lock: str) -> bool:
    """Whether it is the password."""
    salt, _, known = lock.partition(":")
    return hmac.compare_digest(_stretched(password, bytes.fromhex(salt)), known)


def _stretched(password: str, salt: bytes) -> str:
    return hashlib.scrypt(password.encode(), salt=salt, **_COST).hex()
