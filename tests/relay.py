"""A relay between a client and a server of Bolt on this machine: it can speak TLS, fall silent, and be cut."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

HOST = "127.0.0.1"
CHUNK = 65_536
Handler = Callable[[socket.socket], None]


@contextlib.contextmanager
def listening(handle: Handler) -> Iterator[int]:
    """A port at which `handle` gets every connection in a thread of its own, until the block ends."""
    with socket.create_server((HOST, 0)) as server:
        taken: list[socket.socket] = []

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    taken.append(server.accept()[0])
                    threading.Thread(target=quietly, args=(taken[-1],), daemon=True).start()

        def quietly(connection: socket.socket) -> None:
            with contextlib.suppress(OSError):
                handle(connection)

        accepting = threading.Thread(target=accept, daemon=True)
        accepting.start()
        try:
            yield server.getsockname()[1]
        finally:
            server.shutdown(socket.SHUT_RDWR)
            accepting.join()
            for connection in taken:
                connection.close()


@dataclass
class Relay:
    """Passes every byte on to `target`; `silent_after` is how many bytes of an answer come before nothing more does.

    `cut_after` counts bytes from the client: when so many have passed, over all connections, each is cut for good.
    """

    target: tuple[str, int]
    tls: ssl.SSLContext | None = None
    silent_after: int | None = None
    cut_after: int | None = None
    passed: int = 0
    is_cut: bool = False
    _open: list[socket.socket] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @contextlib.contextmanager
    def running(self) -> Iterator[int]:
        """The port of the relay."""
        with listening(self._handle) as port:
            try:
                yield port
            finally:
                self.cut()

    def cut(self) -> None:
        """End every connection at once and refuse new ones."""
        with self._lock:
            self.is_cut = True
            for each in self._open:
                with contextlib.suppress(OSError):
                    each.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Take connections again."""
        with self._lock:
            self.is_cut, self.cut_after, self.silent_after = False, None, None
            self._open.clear()

    def _handle(self, plain: socket.socket) -> None:
        client = self.tls.wrap_socket(plain, server_side=True) if self.tls else plain
        with client, socket.create_connection(self.target) as server:
            with self._lock:
                if self.is_cut:
                    return
                self._open += [client, server]
            answers = threading.Thread(target=self._answer, args=(server, client), daemon=True)
            answers.start()
            with contextlib.suppress(OSError):
                while data := client.recv(CHUNK):
                    self.passed += len(data)
                    if self.cut_after is not None and self.passed >= self.cut_after:
                        self.cut()
                    server.sendall(data)
            with contextlib.suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
            answers.join()

    def _answer(self, server: socket.socket, client: socket.socket) -> None:
        sent = 0
        with contextlib.suppress(OSError):
            while data := server.recv(CHUNK):
                if self.silent_after is not None:
                    data = data[: max(0, self.silent_after - sent)]
                sent += len(data)
                client.sendall(data)
        with contextlib.suppress(OSError):
            client.shutdown(socket.SHUT_RDWR)
