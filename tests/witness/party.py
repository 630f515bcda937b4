"""A party's witness that answers at an address of its own, until it is told to stop."""

from pathlib import Path
from threading import Thread

import uvicorn

from klynge.witness.folder import Folder
from klynge.witness.served import application
from klynge.witness.signing import Witness
from tests.ports import free_port


class Party:
    """`name`: of the witness; `log`: the key of the log that it signs for."""

    def __init__(self, folder: Path, name: str, log: str) -> None:
        kept = Folder.make(folder, name)
        kept.trust(log, "")
        self.vkey = kept.cosigner().vkey
        self.port = free_port()
        config = uvicorn.Config(application(Witness(kept)), port=self.port, log_level="error", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = Thread(target=self._server.run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join()
