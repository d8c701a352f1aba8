"""Reaching Neo4j: every way that works, and one clear sentence in good time for each way that does not."""

import contextlib
import os
import shutil
import socket
import ssl
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gronagraf.accounts import Account
from gronagraf.cli import run
from gronagraf.errors import StoreError
from gronagraf.model import MODEL
from gronagraf.store import open_store
from gronagraf.store.target import SCHEMES, parse_target
from tests.conftest import absent
from tests.relay import Relay, listening
from tests.servers import Neo4jServer, NoServerError, encrypted_neo4j

ROOT = Path(__file__).resolve().parents[2]
SECRET = "hemligt-lösenord"
SOMEBODY = Account("neo4j", SECRET)
SOON = 2.0
ENCRYPTED = [scheme for scheme in SCHEMES if "+" in scheme]
PLAIN = [scheme for scheme in SCHEMES if "+" not in scheme]
UNTRUSTED = "the server's certificate is not trusted (self-signed certificate); use {plain}+ssc:// if that is expected"
WANTS_TLS = "the server wants TLS; use {plain}+s:// (or {plain}+ssc:// for a certificate of its own)"


def refused(address: str, account: Account | None = SOMEBODY, database: str | None = None, seconds: float = 1.0) -> str:
    """What is said, without the address, when a server cannot be used; it comes soon and holds no password."""
    began = time.monotonic()
    with pytest.raises(StoreError) as raised:
        open_store(address, MODEL, account, database, connect_timeout=seconds)
    assert time.monotonic() - began < SOON
    said = str(raised.value)
    assert "\n" not in said
    assert account is None or account.password not in said
    place, _, sentence = said.partition(f"{address}: ")
    assert place == ""
    return sentence


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the key and the certificate of nobody known."""
    if shutil.which("openssl") is None:
        absent("openssl", "it is not on the PATH; install it")
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run([ROOT / "tests" / "neo4j" / "tls" / "make-cert", folder], check=True, timeout=60)
    folder.chmod(0o755)
    (folder / "private.key").chmod(0o644)  # a server in a container is somebody else
    return folder


@pytest.fixture
def plain(neo4j_server: Neo4jServer) -> str:
    """The host and port of a Neo4j without TLS."""
    url = parse_target(neo4j_server.address)
    assert not isinstance(url, Path)
    return f"{url.host}:{url.port}"


@pytest.fixture
def encrypted(plain: str, certificate: Path) -> Iterator[str]:
    """The host and port of the same Neo4j behind TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "public.crt", certificate / "private.key")
    host, _, port = plain.rpartition(":")
    with Relay((host, int(port)), context).running() as ours:
        yield f"127.0.0.1:{ours}"


def says_http(connection: socket.socket) -> None:
    connection.recv(1000)
    connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")


def says_another_thing(connection: socket.socket) -> None:
    connection.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")
    connection.recv(1000)


def closes(connection: socket.socket) -> None:
    connection.shutdown(socket.SHUT_RDWR)


def is_silent(connection: socket.socket) -> None:
    while connection.recv(1000):
        pass


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_port_where_nothing_listens(scheme: str, free_port: int) -> None:
    assert refused(f"{scheme}://127.0.0.1:{free_port}").startswith(f"nothing listens on port {free_port}; start")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("host", ["no-such-host.invalid", "räv.invalid", "a..b", "x" * 70])
def test_a_host_that_nobody_knows(scheme: str, host: str) -> None:
    assert refused(f"{scheme}://{host}:7687").startswith(f'the host "{host[:59]}')


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_server_that_never_answers(scheme: str) -> None:
    with listening(is_silent) as port:
        sentence = refused(f"{scheme}://127.0.0.1:{port}", seconds=0.4)
    assert sentence == "no answer within 0.4 s; check host, port and firewall, or raise --connect-timeout"


@pytest.mark.parametrize("scheme", PLAIN)
@pytest.mark.parametrize(
    ("handle", "words"),
    [
        (says_http, "this port speaks HTTP, not Bolt; the Bolt port of Neo4j is usually 7687"),
        (says_another_thing, "what answers there is no Neo4j that this version knows"),
        (closes, "what answers there does not speak Bolt"),
    ],
)
def test_a_server_that_is_none(scheme: str, handle: Callable[[socket.socket], None], words: str) -> None:
    with listening(handle) as port:
        assert refused(f"{scheme}://127.0.0.1:{port}").startswith(words)


@pytest.mark.parametrize("scheme", ENCRYPTED)
@pytest.mark.parametrize("handle", [says_http, says_another_thing, closes])
def test_a_server_without_tls_that_is_none(scheme: str, handle: Callable[[socket.socket], None]) -> None:
    with listening(handle) as port:
        assert refused(f"{scheme}://127.0.0.1:{port}").startswith("the server does not speak TLS here")


@pytest.mark.neo4j
@pytest.mark.parametrize(("scheme", "bytes_told"), [("bolt", 4), ("neo4j", 100), ("bolt", 260)])
def test_a_server_that_falls_silent_as_it_greets(
    neo4j_server: Neo4jServer, plain: str, scheme: str, bytes_told: int
) -> None:
    """After the first greeting, in the login, and after it: where the driver itself would wait for ever."""
    host, _, port = plain.rpartition(":")
    with Relay((host, int(port)), silent_after=bytes_told).running() as ours:
        sentence = refused(f"{scheme}://127.0.0.1:{ours}", neo4j_server.account, seconds=0.8)
    assert sentence.startswith("no answer within 0.8 s")


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", PLAIN)
def test_neo4j_without_tls(neo4j_server: Neo4jServer, plain: str, scheme: str) -> None:
    for database in (None, "", "neo4j"):
        with open_store(f"{scheme}://{plain}", MODEL, neo4j_server.account, database) as store:
            assert store.run("RETURN 1 AS x").rows == ((1,),)
            assert store.status().database == "neo4j"


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
def test_neo4j_with_a_certificate_of_its_own(neo4j_server: Neo4jServer, encrypted: str, scheme: str) -> None:
    with open_store(f"{scheme}://{encrypted}", MODEL, neo4j_server.account) as store:
        assert store.run("RETURN 1 AS x").rows == ((1,),)


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_neo4j_with_a_certificate_that_is_trusted(
    neo4j_server: Neo4jServer, encrypted: str, certificate: Path, scheme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "public.crt"))
    with open_store(f"{scheme}://{encrypted}", MODEL, neo4j_server.account) as store:
        assert store.run("RETURN 1 AS x").rows == ((1,),)


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
def test_a_certificate_that_is_not_trusted(neo4j_server: Neo4jServer, encrypted: str, scheme: str) -> None:
    sentence = refused(f"{scheme}://{encrypted}", neo4j_server.account)
    assert sentence.startswith(UNTRUSTED.format(plain=scheme.partition("+")[0]))


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", ENCRYPTED)
def test_tls_where_there_is_none(neo4j_server: Neo4jServer, plain: str, scheme: str) -> None:
    sentence = refused(f"{scheme}://{plain}", neo4j_server.account)
    assert sentence == f"the server does not speak TLS here; use {scheme.partition('+')[0]}://"


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", PLAIN)
def test_no_tls_where_there_is(neo4j_server: Neo4jServer, encrypted: str, scheme: str) -> None:
    assert refused(f"{scheme}://{encrypted}", neo4j_server.account) == WANTS_TLS.format(plain=scheme)


@pytest.mark.slow
@pytest.mark.neo4j
def test_tls_of_neo4j_itself(certificate: Path) -> None:
    with contextlib.ExitStack() as stack:
        try:
            server, account = stack.enter_context(encrypted_neo4j(certificate))
        except NoServerError as error:
            absent("neo4j", str(error))
        for plain in PLAIN:
            assert refused(f"{plain}://{server}", account) == WANTS_TLS.format(plain=plain)
            assert refused(f"{plain}+s://{server}", account).startswith(UNTRUSTED.format(plain=plain))
            assert "user or the password is wrong" in refused(f"{plain}+ssc://{server}", SOMEBODY)
            with open_store(f"{plain}+ssc://{server}", MODEL, account) as store:
                assert store.run("RETURN 1 AS x").rows == ((1,),)


@pytest.fixture
def stranger(neo4j_server: Neo4jServer) -> Iterator[Account]:
    """A user of one's own, so that wrong passwords shut out nobody else, today or later."""
    user = Account(f"prov{uuid.uuid4().hex}", "ett-riktigt-lösenord")
    given = {"user": user.user, "password": user.password}
    with neo4j_server.driver.session(database="system") as session:
        session.run("CREATE USER $user SET PASSWORD $password CHANGE NOT REQUIRED", given).consume()
        yield user
        session.run("DROP USER $user", given).consume()


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", PLAIN)
def test_a_wrong_password_again_and_again(plain: str, stranger: Account, scheme: str) -> None:
    wrong = Account(stranger.user, SECRET)
    for _ in range(3):
        assert refused(f"{scheme}://{plain}", wrong).startswith(
            "the user or the password is wrong; check GRONAGRAF_USER"
        )
    assert refused(f"{scheme}://{plain}", wrong).startswith("the server has seen too many wrong passwords")
    assert refused(f"{scheme}://{plain}", stranger).startswith("the server has seen too many wrong passwords")


@pytest.mark.neo4j
def test_a_password_that_must_be_changed_first(neo4j_server: Neo4jServer, plain: str, stranger: Account) -> None:
    with neo4j_server.driver.session(database="system") as session:
        session.run("ALTER USER $user SET PASSWORD CHANGE REQUIRED", user=stranger.user).consume()
    assert refused(f"bolt://{plain}", stranger).startswith("the password has to be changed before first use")


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", PLAIN)
@pytest.mark.parametrize(
    ("account", "words"),
    [
        (None, "the server wants a user and a password; set GRONAGRAF_USER and GRONAGRAF_PASSWORD"),
        (Account("", SECRET), "the user or the password is wrong"),
        (Account("nobody", SECRET), "the user or the password is wrong"),
    ],
)
def test_somebody_whom_the_server_does_not_know(plain: str, scheme: str, account: Account | None, words: str) -> None:
    assert refused(f"{scheme}://{plain}", account).startswith(words)


@pytest.mark.neo4j
@pytest.mark.parametrize("scheme", PLAIN)
@pytest.mark.parametrize(
    ("database", "words"),
    [
        ("nosuch", 'the server has no database "nosuch" that answers; check GRONAGRAF_DATABASE'),
        ("no such!", 'the server has no database "no such!" that answers; check GRONAGRAF_DATABASE'),
        ("system", "the database system holds users and settings, no graph; check GRONAGRAF_DATABASE"),
    ],
)
def test_a_wrong_database(neo4j_server: Neo4jServer, plain: str, scheme: str, database: str, words: str) -> None:
    assert refused(f"{scheme}://{plain}", neo4j_server.account, database) == words


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that a command says as it ends with 5."""
    began = time.monotonic()
    assert run([*arguments, "--lang", "en"]) == 5
    assert time.monotonic() - began < SOON
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert SECRET not in line
    return line.removeprefix("Error: ")


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRONAGRAF_PASSWORD", SECRET)


@pytest.mark.parametrize(
    "command", [["status"], ["query", "RETURN 1"], ["run", "bridges"], ["map"], ["load", "exempel"]]
)
def test_every_command_ends_with_5_where_nothing_answers(
    command: list[str], free_port: int, secret: None, capsys: pytest.CaptureFixture[str]
) -> None:
    line = told(capsys, *command, "--db", f"bolt://127.0.0.1:{free_port}")
    assert line.startswith(f"bolt://127.0.0.1:{free_port}: nothing listens on port {free_port}")


def test_a_command_waits_as_long_as_it_is_told(secret: None, capsys: pytest.CaptureFixture[str]) -> None:
    with listening(is_silent) as port:
        line = told(capsys, "status", "--db", f"neo4j://127.0.0.1:{port}", "--connect-timeout", "0.3")
    assert "no answer within 0.3 s" in line


@pytest.mark.neo4j
def test_a_command_says_why_neo4j_cannot_be_used(
    plain: str, encrypted: str, stranger: Account, secret: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "password is wrong" in told(capsys, "status", "--db", f"bolt://{plain}", "--user", stranger.user)
    assert "does not speak TLS" in told(capsys, "status", "--db", f"bolt+s://{plain}")
    assert "not trusted" in told(capsys, "status", "--db", f"neo4j+s://{encrypted}")
    assert "wants TLS" in told(capsys, "status", "--db", f"neo4j://{encrypted}")


@pytest.mark.neo4j
def test_the_password_from_the_environment_or_a_file(
    plain: str, stranger: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "password"
    file.write_bytes(f"\ufeff{stranger.password}\r\nsecond line\n".encode())
    command = ["status", "--db", f"neo4j://{plain}", "--user", stranger.user]
    assert run([*command, "--password-file", str(file)]) == 0
    monkeypatch.setenv("GRONAGRAF_PASSWORD_FILE", str(file))
    assert run(command) == 0
    monkeypatch.setenv("GRONAGRAF_PASSWORD_FILE", str(tmp_path / "missing"))
    monkeypatch.setenv("GRONAGRAF_PASSWORD", stranger.password)
    monkeypatch.setenv("GRONAGRAF_USER", stranger.user)
    monkeypatch.setenv("GRONAGRAF_DATABASE", "neo4j")
    assert run(["status", "--db", f"bolt://{plain}"]) == 0
    said = capsys.readouterr()
    assert stranger.password not in said.out + said.err


@pytest.mark.neo4j
@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_the_password_is_asked_for_on_a_terminal(plain: str, stranger: Account) -> None:
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "gronagraf", "status", "--db", f"bolt://{plain}", "--user", stranger.user]
    settings = os.environ | {"PYTHONPATH": str(ROOT)}
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(command, env=settings, start_new_session=True, **streams) as process:
        os.close(theirs)
        shown = b""
        while f"Password of {stranger.user}: ".encode() not in shown:
            shown += os.read(ours, 1000)
        os.write(ours, f"{stranger.password}\n".encode())
        with contextlib.suppress(OSError):  # the other end has gone
            while data := os.read(ours, 1000):
                shown += data
    os.close(ours)
    assert process.returncode == 0
    assert "Neo4j 5." in shown.decode()
    assert stranger.password not in shown.decode()
