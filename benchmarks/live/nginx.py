"""nginx with Nchan (https://nchan.io), a message broker in C for websockets: one worker, no history."""

import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.crowd import free_port

MODULE = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")
PACKAGE = "libnginx-mod-nchan"
START_S = 10
CONFIGURATION = """
load_module {module};
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 20000; }}
http {{
  access_log off;
  client_body_temp_path {folder};
  proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
  keepalive_requests 1000000;
  server {{
    listen 127.0.0.1:{port};
    location = /pub {{ nchan_publisher; nchan_channel_id room; nchan_message_buffer_length 1; }}
    location = /v1/live {{ nchan_subscriber websocket; nchan_channel_id room; nchan_subscriber_first_message newest; }}
  }}
}}
"""


def there() -> bool:
    return _nginx() is not None and MODULE.exists()


def install() -> None:
    """Bring it here, where apt is."""
    if not there() and shutil.which("apt-get"):
        for command in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", "nginx", PACKAGE)):
            subprocess.run(("apt-get", *command), check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def nginx() -> Iterator[int]:
    """A server until one leaves; its port."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="klynge-nchan-") as name:
        folder = Path(name)
        folder.chmod(0o777)
        configuration = folder / "nginx.conf"
        configuration.write_text(CONFIGURATION.format(module=MODULE, folder=folder, port=port))
        program = _nginx()
        assert program is not None
        process = subprocess.Popen((program, "-p", name, "-c", str(configuration)), stderr=subprocess.DEVNULL)
        try:
            _until_it_answers(port)
            yield port
        finally:
            process.terminate()
            process.wait(START_S)


def _nginx() -> str | None:
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")


def _until_it_answers(port: int) -> None:
    ends_at = time.monotonic() + START_S
    while time.monotonic() < ends_at:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError("nginx does not answer")
