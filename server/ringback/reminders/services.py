"""Which push services the office talks to. A subscription is an address that a phone tells the office to call, so it
is believed only when its host is known, and the office calls exactly the host that it has compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from ringback.domain.errors import Refused

# The services of the browsers that install apps. A leading dot stands for any name below.
KNOWN = (
    "fcm.googleapis.com",
    "jmt17.google.com",  # the same service, as some builds of Chromium name it
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    "web.push.apple.com",
    ".push.apple.com",
    ".notify.windows.com",
)
LONGEST = 2048
PLAIN = re.compile(r"[!-~]+")  # printable ASCII without spaces
HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")


@dataclass(frozen=True)
class Endpoint:
    """An address that was compared: everything after `host` and `port` is only ever sent to these. `own`: the operator
    named it with its port, so that it may be a private address."""

    host: str
    port: int
    path: str
    own: bool

    @property
    def origin(self) -> str:
        """As a push service expects to be named in a signature."""
        return f"https://{self.host}" + ("" if self.port == 443 else f":{self.port}")


@dataclass(frozen=True)
class Services:
    """The known ones and the operator's: `host`, or `host:port` for one of his own."""

    more: tuple[str, ...] = ()

    def endpoint(self, address: str) -> Endpoint:
        """Refuses every address that is not surely one of a push service."""
        if len(address) > LONGEST or not PLAIN.fullmatch(address) or "\\" in address:
            raise refused()
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port or 443
        except ValueError:
            raise refused() from None
        written = parts.netloc.lower()
        if parts.scheme != "https" or written not in (host, f"{host}:{port}") or parts.fragment or "#" in address:
            raise refused()
        own = f"{host}:{port}" in self.more
        if not HOST.fullmatch(host) or not (own or (port == 443 and self.knows(host))):
            raise refused()
        return Endpoint(host, port, (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), own)

    def knows(self, host: str) -> bool:
        return any(host == name or (name[0] == "." and host.endswith(name)) for name in (*KNOWN, *self.more))

    def allows(self, address: str, endpoint: Endpoint) -> bool:
        """Whether what the host's name leads to may be connected to: the internet, and nothing inside."""
        try:
            found = ip_address(address.partition("%")[0])
        except ValueError:
            return False
        return endpoint.own or all(one.is_global and not one.is_multicast for one in reached(found))


def reached(address: Address) -> list[Address]:
    """The address, and the older one that it stands for where it is a way of writing or reaching that."""
    if isinstance(address, IPv4Address):
        return [address]
    if address in LOCAL_NAT64:
        return [IPv4Address(0)]
    inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
    if address in NAT64:
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
    return [inner] if address.ipv4_mapped and inner else [address, *([inner] if inner else [])]


Address = IPv4Address | IPv6Address
NAT64, LOCAL_NAT64 = IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48")


def refused() -> Refused:
    return Refused("malformed", "This is not the address of a push service that the office knows. Nothing was kept.")
