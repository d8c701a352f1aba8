"""What a person may write to say which graph database: the URL of a Neo4j server or the folder of an embedded one."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit

from gronagraf.errors import StoreError
from gronagraf.values import did_you_mean, quote

Target: TypeAlias = str | Path
SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
DEFAULT_PORT = 7687
LOOKS_LIKE_SERVER = re.compile(r"[\w.-]+:\d+")


@dataclass(frozen=True, slots=True)
class Url:
    """The address of a server, without user and password."""

    text: str
    scheme: str
    host: str
    port: int

    @property
    def encrypted(self) -> bool:
        return self.scheme.endswith(("+s", "+ssc"))


def parse_target(target: Target) -> Url | Path:
    """The address or the folder that is meant. Raises StoreError; what stands before an @ is never shown."""
    if isinstance(target, Path):
        return target
    if not target.strip():
        raise StoreError("no graph database is named; give the folder of one or a URL such as bolt://localhost:7687")
    if LOOKS_LIKE_SERVER.fullmatch(target):
        raise StoreError(f"{quote(target)} has no scheme; did you mean bolt://{target}?")
    if "://" in target or target.partition(":")[0].lower() in SCHEMES:
        return _parse_url(target.strip())
    return Path(target).expanduser()


def _parse_url(text: str) -> Url:
    scheme, _, rest = text.partition(":")
    scheme = scheme.lower()
    if scheme not in SCHEMES:
        remedy = did_you_mean(scheme, SCHEMES, f"use one of {', '.join(SCHEMES)}")
        raise StoreError(f"{quote(scheme)} is not a scheme of a graph database; {remedy}")
    if "@" in rest:
        raise StoreError(
            "the URL holds a user or a password, which others could read; "
            "leave it out and set GRONAGRAF_USER and GRONAGRAF_PASSWORD or GRONAGRAF_PASSWORD_FILE"
        )
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise StoreError(f"{quote(text)} is not a URL ({error}); write {scheme}://HOST:7687") from error
    if not host or not rest.startswith("//"):
        raise StoreError(f"{quote(text)} names no server; write {scheme}://HOST:7687")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise StoreError(
            f"{quote(text)} goes on after the server; write {scheme}://{host}:{port or DEFAULT_PORT} "
            "and name the database with GRONAGRAF_DATABASE"
        )
    return Url(f"{scheme}://{parts.netloc}", scheme, host, port or DEFAULT_PORT)
