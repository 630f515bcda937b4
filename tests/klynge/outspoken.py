"""`klynge`, but whatever is asked of it fails, and tells in its failure everything it was given: the worst defect there could be.

It reports as the house does; what a report held before secrets were taken out of it is appended to the file `OUTSPOKEN_TO`, as a
control.
"""

import os
import sys
from pathlib import Path
from typing import Any, NoReturn

from starlette.requests import HTTPConnection

from api.identity import Identity
from api.issuer import DevelopmentIssuer
from klynge import commands, reports
from klynge.__main__ import main
from klynge.entering import Entering
from klynge.secret_shapes import without_secrets


class Outspoken(Exception):
    pass


def tell(*what: Any, **more: Any) -> NoReturn:
    raise Outspoken(what, more)


def of(_: Identity, request: HTTPConnection) -> NoReturn:
    """Every door asks who it is first."""
    tell(dict(request.headers), request.headers.raw, str(request.url), request.cookies)


def to_settings(*_: Any) -> NoReturn:
    """A setting that fails, with all of the environment in hand."""
    tell({name: value for name, value in os.environ.items() if name.startswith("KLYNGE_")})


def let_tell() -> None:
    """Everything that is given a secret fails, and tells of it."""
    given: tuple[tuple[type, str], ...] = (
        (Entering, "redeem_ticket"),
        (Entering, "verify"),
        (DevelopmentIssuer, "redeem_code"),
        (DevelopmentIssuer, "redeem"),
        (DevelopmentIssuer, "redeem_assertion"),
    )
    for cls, name in given:
        assert hasattr(cls, name)
        setattr(cls, name, lambda _, *given: tell(*given))
    setattr(Identity, "of", of)  # noqa: B010


def guarded(text: str) -> str:
    """As the house does, once the whole was written where only the test reads it."""
    with Path(os.environ["OUTSPOKEN_TO"]).open("a") as before:
        before.write(text)
    return without_secrets(text)


if __name__ == "__main__":
    for module in (reports, commands):
        assert hasattr(module, "without_secrets")
        setattr(module, "without_secrets", guarded)  # noqa: B010
    let_tell()
    if sys.argv[1:] == ["settings"]:
        assert hasattr(commands, "placed_settings")
        setattr(commands, "placed_settings", to_settings)  # noqa: B010
        sys.argv = ["klynge", "serve"]
    main()
