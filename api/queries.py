"""The parameters of an address, each known and each once: were a misspelt `at` passed over, a past view would be today's."""

from collections.abc import Sequence

from starlette.requests import Request

from api.problems import Problem

DIGITS_MAX = 15


class Query:
    """What a request asks for; each of `many` may stand several times. Raises Problem 400 `query.unknown`, `query.doubled`."""

    def __init__(self, request: Request, *known: str, many: Sequence[str] = ()) -> None:
        self._asked: dict[str, str] = {}
        self._several: dict[str, list[str]] = {name: [] for name in many}
        known = (*known, *many)
        for name, value in request.query_params.multi_items():
            if name in self._several:
                self._several[name].append(value)
                continue
            if name not in known:
                raise Problem(
                    400,
                    "query.unknown",
                    f"Parameteren »{name}« findes ikke her; her er {', '.join(known)}.",
                    f"There is no parameter “{name}” here; there is {', '.join(known)}.",
                    extra={"parameter": name},
                )
            if name in self._asked:
                raise Problem(
                    400,
                    "query.doubled",
                    f"Parameteren »{name}« står to gange.",
                    f"The parameter “{name}” stands twice.",
                    extra={"parameter": name},
                )
            self._asked[name] = value

    def text(self, name: str) -> str | None:
        return self._asked.get(name)

    def texts(self, name: str) -> Sequence[str]:
        """All that stand there, of one that may stand several times."""
        return self._several[name]

    def whole(self, name: str, default: int, most: int | None = None) -> int:
        """A whole number, no larger than `most`. Raises Problem 400."""
        text = self._asked.get(name)
        if text is None:
            return default
        if not (text.isascii() and text.isdigit() and len(text) <= DIGITS_MAX):
            raise Problem(
                400,
                f"{name}.malformed",
                f"{name} er et helt tal.",
                f"{name} is a whole number.",
                extra={"parameter": name},
            )
        return int(text) if most is None else min(int(text), most)

    def choice(self, name: str, options: Sequence[str]) -> str:
        """One of a few words, the first where none stands. Raises Problem 400."""
        text = self._asked.get(name) or options[0]
        if text not in options:
            raise Problem(
                400,
                f"{name}.unknown",
                f"{name} er {' eller '.join(options)}.",
                f"{name} is {' or '.join(options)}.",
                extra={"parameter": name},
            )
        return text

    def limit(self, most: int) -> int:
        """How many are asked for: one at least, so that whoever pages comes on."""
        return max(1, self.whole("limit", most, most))
