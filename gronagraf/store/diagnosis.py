"""Why a server cannot be used, in one sentence: found in the causes of the driver's error, or by a look of our own."""

import contextlib
import socket
import ssl
from collections.abc import Iterator

import neo4j.exceptions as driver

from gronagraf.errors import StoreError
from gronagraf.store.target import Url
from gronagraf.values import quote

SECONDS_TO_LOOK = 1.0
RATE_LIMIT = "Neo.ClientError.Security.AuthenticationRateLimit"
NO_DATABASE = "Neo.ClientError.Database."
SECURITY = "Neo.ClientError.Security."
SYSTEM = "system"


@contextlib.contextmanager
def diagnosed(url: Url, database: str | None, *, has_account: bool, seconds: float) -> Iterator[None]:
    """Turn what goes wrong while a server is reached into a StoreError that names the cause and what to do."""
    try:
        yield
    except driver.Neo4jError as error:
        raise StoreError(f"{url.text}: {_refusal(error, database, has_account=has_account)}") from error
    except (driver.DriverError, OSError, ValueError) as error:
        raise StoreError(f"{url.text}: {_failure(error, url, seconds)}") from error


def _refusal(error: driver.Neo4jError, database: str | None, *, has_account: bool) -> str:
    code = error.code or ""
    if code == RATE_LIMIT:
        return "the server has seen too many wrong passwords and refuses every try; wait 5 seconds and try once"
    if not has_account and code.startswith(SECURITY):
        return "the server wants a user and a password; set GRONAGRAF_USER and GRONAGRAF_PASSWORD"
    if code == "Neo.ClientError.Security.CredentialsExpired":
        return "the password has to be changed before first use; change it in Neo4j Browser or cypher-shell"
    if code.startswith(SECURITY):
        return "the user or the password is wrong; check GRONAGRAF_USER and GRONAGRAF_PASSWORD"
    if database == SYSTEM:
        return "the database system holds users and settings, no graph; check GRONAGRAF_DATABASE"
    if code.startswith(NO_DATABASE) and database is not None:
        return f"the server has no database {quote(database)} that answers; check GRONAGRAF_DATABASE"
    return f"the server refused: {error.message}"


def _failure(error: BaseException, url: Url, seconds: float) -> str:
    """The sentence for the first cause that is known, innermost first."""
    causes = list(_causes(error))
    for cause in reversed(causes):
        if sentence := _known_cause(cause, url, seconds):
            return sentence
    said = " ".join(map(str, causes))
    if "looks like HTTP" in said:
        return "this port speaks HTTP, not Bolt; the Bolt port of Neo4j is usually 7687"
    if isinstance(error, driver.UnsupportedServerProduct | driver.ConfigurationError):
        return "what answers there is no Neo4j that this version knows; check host and port"
    if not url.encrypted and _speaks_tls(url):
        return f"the server wants TLS; use {url.scheme}+s:// (or {url.scheme}+ssc:// for a certificate of its own)"
    return "what answers there does not speak Bolt; check host and port"


def _known_cause(cause: BaseException, url: Url, seconds: float) -> str:
    plain = url.scheme.partition("+")[0]
    if isinstance(cause, ssl.SSLCertVerificationError):
        return (
            f"the server's certificate is not trusted ({cause.verify_message}); "
            f"use {plain}+ssc:// if that is expected, or have the certificate signed by a known authority"
        )
    if isinstance(cause, TimeoutError):
        return f"no answer within {seconds:g} s; check host, port and firewall, or raise --connect-timeout"
    if url.encrypted and isinstance(cause, ssl.SSLError | ConnectionResetError):
        return f"the server does not speak TLS here; use {plain}://"
    if isinstance(cause, socket.gaierror | UnicodeError):
        return f"the host {quote(url.host)} is unknown; check its spelling and the network"
    if isinstance(cause, ConnectionRefusedError):
        return f"nothing listens on port {url.port}; start the server, or check host and port"
    if isinstance(cause, OSError) and not isinstance(cause, ConnectionError | ssl.SSLError) and cause.strerror:
        return f"the host cannot be reached ({cause.strerror}); check host and network"
    return ""


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and everything below it, outermost first."""
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        inner = each.exceptions if isinstance(each, BaseExceptionGroup) else ()
        waiting += [cause for cause in (each.__cause__, each.__context__, *inner) if cause is not None]


def _speaks_tls(url: Url) -> bool:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with (
            socket.create_connection((url.host, url.port), timeout=SECONDS_TO_LOOK) as plain,
            context.wrap_socket(plain, server_hostname=url.host),
        ):
            return True
    except (OSError, ValueError):
        return False
