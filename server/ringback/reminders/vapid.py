"""The office's key for push services: made once, kept beside its file, shown to nobody.

Every subscription belongs to this key. Without it, each phone has to subscribe anew; so it is part of every backup.
"""

from __future__ import annotations

import base64
import os
import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import Vapid02

from ringback.domain.errors import CannotStart

FILE = "ringback.push-key.pem"
LASTS = timedelta(hours=12)  # push services refuse signatures that claim more than a day


@dataclass(frozen=True)
class Key:
    _private: ec.EllipticCurvePrivateKey = field(repr=False)

    @property
    def public(self) -> str:
        """As browsers take it: an uncompressed point in base64url."""
        point = self._private.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return base64.urlsafe_b64encode(point).decode().rstrip("=")

    def sign(self, origin: str, contact: str, now: datetime) -> str:
        """The `Authorization` for one push service. The claims are made anew for each: they name the service."""
        claims = {"aud": origin, "sub": contact, "exp": int((now + LASTS).timestamp())}
        return str(Vapid02(self._private).sign(claims)["Authorization"])


def load_or_make(folder: Path) -> Key:
    path = folder / FILE
    try:
        if not path.exists():
            make(path)
        return load(path)
    except OSError as reason:
        raise CannotStart(f"The push key {path} cannot be read or made ({reason.strerror}).") from reason


def load(path: Path) -> Key:
    """Raises CannotStart for what is no key: made anew unasked, it would cut off every phone."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except ValueError as reason:
        raise CannotStart(
            f"The push key {path} is damaged. Put it back from a backup; or delete it, and every phone subscribes anew."
        ) from reason
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.curve.name != "secp256r1":
        raise CannotStart(f"The push key {path} is not one of Ringback's. Put it back from a backup, or delete it.")
    return Key(key)


def make(path: Path) -> None:
    """Readable by its owner alone from its first moment; of two that start at once, both take the first one's."""
    fresh = path.with_name(f"{path.name}.{uuid4().hex}")
    private = ec.generate_private_key(ec.SECP256R1())
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pem)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(fresh, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def contact_or(contact: str, origin: str) -> str:
    """Whom a push service may turn to: the office's contact, else its public address."""
    if contact:
        return f"mailto:{contact}"
    parts = urlsplit(origin)
    named = parts.scheme == "https" and "." in (parts.hostname or "")
    return f"https://{parts.hostname}" if named else "mailto:office@localhost"


def is_contact(text: str) -> bool:
    """An e-mail address that push services believe: theirs is the public internet's view of one."""
    return len(text) <= LONGEST_CONTACT and CONTACT.fullmatch(text) is not None


CONTACT = re.compile(r"[\w.+-]+@([a-z0-9-]+\.)+[a-z]{2,}", re.ASCII | re.IGNORECASE)
LONGEST_CONTACT = 200
