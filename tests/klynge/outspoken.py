"""`klynge`, but whatever is asked of it fails, and tells in its failure everything it was given: the worst defect there could be.

`python -m tests.klynge.outspoken guarded …` reports as the house does; with `unguarded` nothing is withheld, as a control.
"""

import os
import sys
from typing import Any, NoReturn

from starlette.requests import HTTPConnection

from api.identity import Identity
from api.issuer import DevelopmentIssuer
from klynge import commands, reports
from klynge.__main__ import main
from klynge.house import House


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
        (House, "_redeem_ticket"),
        (House, "_verify"),
        (DevelopmentIssuer, "redeem_code"),
        (DevelopmentIssuer, "redeem"),
        (DevelopmentIssuer, "redeem_assertion"),
    )
    for cls, name in given:
        assert hasattr(cls, name)
        setattr(cls, name, lambda _, *given: tell(*given))
    setattr(Identity, "of", of)  # noqa: B010


if __name__ == "__main__":
    how, *arguments = sys.argv[1:]
    if how == "unguarded":
        for module in (reports, commands):
            assert hasattr(module, "without_secrets")
            setattr(module, "without_secrets", str)  # noqa: B010
    let_tell()
    if arguments == ["settings"]:
        setattr(commands, "read_settings", to_settings)  # noqa: B010
        arguments = ["serve"]
    sys.argv = ["klynge", *arguments]
    main()
