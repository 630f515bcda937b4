"""A receiver of webhooks: a real server, over http or https, that keeps what it was sent and answers as a test says."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from msgspec import Struct

from tests.ports import free_port

PATIENCE_S = 60
"""Nothing here takes so long; what does has failed."""


class Sent(Struct, frozen=True):
    """What came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Reply(Struct, frozen=True, kw_only=True):
    """What is answered."""

    status: int = 204
    headers: dict[str, str] = {}
    body: bytes = b""
    wait_s: float = 0
    drops: bool = False
    """The line is cut before anything is answered."""
    goes_on: bool = False
    """The body goes on and on."""


WELCOME = Reply(status=200, headers={"WebHook-Allowed-Origin": "*"})


class Receiver:
    """`reply` says what is answered to a POST; `greeting` to the handshake."""

    def __init__(self, server: ThreadingHTTPServer, scheme: str) -> None:
        self.port = server.server_address[1]
        self.url = f"{scheme}://127.0.0.1:{self.port}/hook"
        self.reply: Callable[[Sent], Reply] = lambda _: Reply()
        self.greeting = WELCOME
        self.sent: list[Sent] = []
        self.lines = 0
        """How often somebody opened one."""
        self.written = 0
        """Bytes of a body that goes on and on, that were taken."""
        self.changed = Condition()

    @property
    def posts(self) -> list[Sent]:
        return [each for each in self.sent if each.method == "POST"]

    def until(self, count: int) -> list[Sent]:
        """What was posted, once it is so much."""
        self.until_so(lambda: len(self.posts) >= count)
        return self.posts

    def until_so(self, holds: Callable[[], bool]) -> None:
        with self.changed:
            assert self.changed.wait_for(holds, PATIENCE_S), [each.path for each in self.sent]

    def take(self, sent: Sent) -> Reply:
        with self.changed:
            self.sent.append(sent)
            self.changed.notify_all()
        return self.greeting if sent.method == "OPTIONS" else self.reply(sent)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    receiver: Receiver

    def handle_error(self, *_: Any) -> None:
        """Whoever calls may hang up."""

    def get_request(self) -> tuple[socket.socket, Any]:
        self.receiver.lines += 1
        return super().get_request()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, *_: Any) -> None: ...

    def _take(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        receiver = self.server.receiver
        reply = receiver.take(Sent(self.command, self.path, headers, body))
        if reply.wait_s:
            time.sleep(reply.wait_s)
        if reply.drops:
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
            return
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if not reply.goes_on:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)
        while reply.goes_on:
            receiver.written += self.connection.send(b"x" * 1024)

    do_POST = do_OPTIONS = do_GET = _take  # noqa: N815


@contextmanager
def receiver(tls: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """On a free port of this machine."""
    server = _Server(("127.0.0.1", free_port()), _Handler)
    if tls is not None:
        # The greeting of TLS is done by the thread of the line, so that nobody keeps others waiting with it.
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.receiver = Receiver(server, "http" if tls is None else "https")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server.receiver
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Authority:
    """Issues certificates. `trusted`: what somebody trusts who trusts this one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Authority of tests")])
        certificate = (
            self._of(self._name, self._key)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(self._key.public_key()), critical=False)
            .sign(self._key, hashes.SHA256())
        )
        told = certificate.public_bytes(serialization.Encoding.PEM).decode()
        self.trusted = ssl.create_default_context(cadata=told)

    def serving(self, *hosts: str) -> ssl.SSLContext:
        """As a server at these names does."""
        key = ec.generate_private_key(ec.SECP256R1())
        names = [_name_in_certificate(each) for each in hosts]
        issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        certificate = (
            self._of(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, hosts[0])]), key)
            .add_extension(x509.SubjectAlternativeName(names), critical=False)
            .add_extension(issuer, critical=False)
            .sign(self._key, hashes.SHA256())
        )
        file = self._folder / f"{hosts[0].replace(':', '-')}.pem"
        file.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + certificate.public_bytes(serialization.Encoding.PEM)
        )
        serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        serving.load_cert_chain(file)
        return serving

    def _of(self, subject: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
        now = datetime.now(UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=1))
        )


def _name_in_certificate(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        return x509.DNSName(host)
