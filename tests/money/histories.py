"""Random histories of a fund: what people do in it and beside it, much of it what they may not, drawn from one seed.

Amounts lie where it matters: at what is left, one øre above it, at a threshold, at nothing much.
"""

from random import Random
from typing import Any

from tests.money.acting import Played
from tests.money.by_hand import Dict, on
from tests.money.wording import CONFIRMER, NEITHER, REGISTRAR

YEARS = (2023, 2024, 2025)
STEPS = 60
PROOFS = 1_000_000
"""From here on the decisions that answer a condition are numbered."""


def play(seed: int, played: Played | None = None, steps: int = STEPS) -> tuple[list[Dict], str, Played]:
    """The steps of a history until something differs, what that was, and what it came to."""
    draw, played = Random(seed), played or Played()
    taken: list[Dict] = []
    for number in range(steps):
        played.next_day()
        beside(draw, played, number)
        step = draw_step(draw, played, number)
        if step is None:
            continue
        taken.append(step)
        differs = played.take(step)
        if differs:
            return taken, differs, played
    return taken, "", played


def beside(draw: Random, played: Played, number: int) -> None:
    """What happens beside the fund on a day: decisions, applications, rules of the fund's own."""
    world = played.world
    if number < 6 or draw.random() < 0.3:
        body = ("political", "strategic")[number] if number < 2 else draw.choice(("political", "strategic"))
        played.decides(body, number, yes=number < 2 or draw.random() < 0.8)
    if draw.random() < 0.04 and world["decisions"]:
        name = draw.choice(sorted(world["decisions"]))
        if world["decisions"][name]["stands"]:
            played.falls(name)
    if number < 4 or draw.random() < 0.35:
        applicant = draw.choice(("kolding", "region", "committee"))
        whole = draw.random() < 0.8
        played.applies(
            f"ap{number}",
            applicant,
            draw.choice((NEITHER, REGISTRAR, CONFIRMER, NEITHER)),
            planned=whole or draw.random() < 0.5,
            attested=whole or draw.random() < 0.5,
            begins=f"{draw.choice((2024, 2024, 2025))}-02-01" if whole or draw.random() < 0.5 else None,
        )
    if draw.random() < 0.03:
        played.withdraws(draw.choice(sorted(world["applications"])))
    if draw.random() < 0.08:
        played.rules(draw.choice((None, "threshold", "criteria", "ceiling")), draw)


def draw_step(draw: Random, played: Played, number: int) -> Dict | None:
    """One thing that somebody asks of the fund: nine times in ten what its registrar may ask."""
    if number == 0:
        return {"do": "receive", "by": REGISTRAR, "year": 2023, "oere": 1_000_000, "booked_on": today(played)}
    kind = draw.choices(tuple(DRAWN), weights=[weight for weight, _ in DRAWN.values()])[0]
    step = DRAWN[kind][1](draw, played, number)
    if step is None:
        return None
    said = {"do": kind, "by": by_whom(draw, kind), **step}
    if kind == "register":
        said["wish"] |= {"by": said["by"]}
    return said


def by_whom(draw: Random, kind: str) -> str:
    right = CONFIRMER if kind == "confirm" else REGISTRAR
    return draw.choice((REGISTRAR, CONFIRMER, NEITHER)) if draw.random() < 0.08 else right


def amount(draw: Random, *marks: int) -> int:
    """Near what it is about."""
    around = [mark + by for mark in marks for by in (-1, 0, 0, 1)]
    drawn = draw.choice((*around, draw.randint(1, 100), draw.randint(1, 1_000_000), *(mark // 2 for mark in marks)))
    return max(1, drawn)


def some(draw: Random, names: Any) -> Any:
    found = sorted(names)
    return draw.choice(found) if found else None


def today(played: Played) -> str:
    return str(played.world["today"])


def booked_on(draw: Random, played: Played) -> str:
    return draw.choice((today(played), today(played), today(played), f"{today(played)[:4]}-01-01", "2023-12-31"))


def year(draw: Random, played: Played) -> int:
    """Mostly one that has money."""
    rich = [each for each in YEARS if free(played, each) and each not in played.books["closed"]]
    return draw.choice(rich) if rich and draw.random() < 0.8 else draw.choice((int(today(played)[:4]), *YEARS))


def free(played: Played, drawn: int) -> int:
    return on(played.books, f"fri:{drawn}")


def _receive(draw: Random, played: Played, number: int) -> Dict | None:
    return {"year": draw.choice(YEARS), "oere": amount(draw, 1_000_000), "booked_on": booked_on(draw, played)}


def _carry(draw: Random, played: Played, number: int) -> Dict | None:
    years = [year(draw, played), draw.choice(YEARS)]
    if years[0] >= years[1]:
        return None
    left = free(played, years[0])
    return {
        "year": years[0],
        "to_year": years[1],
        "oere": amount(draw, left, left),
        "booked_on": booked_on(draw, played),
    }


def decisions(draw: Random, played: Played) -> list[str]:
    """Mostly those that have all they need; sometimes one too few, or any."""
    found = sorted(played.world["decisions"], key=lambda name: int(name.rpartition("-")[2]))
    if draw.random() < 0.7:
        yes = [
            name
            for name in found
            if played.world["decisions"][name]["yes"] and played.world["decisions"][name]["stands"]
        ]
        by = {
            body: [name for name in yes if played.world["decisions"][name]["body"] == body]
            for body in played.world["path"]
        }
        return [names[0 if body == "political" else -1] for body, names in by.items() if names]
    return sorted(draw.sample(found, min(len(found), draw.randint(1, 3))))


def _share(draw: Random, played: Played, number: int) -> Dict | None:
    return {"oere": amount(draw, 1_000), "booked_on": booked_on(draw, played), "decisions": decisions(draw, played)}


def _hold(draw: Random, played: Played, number: int) -> Dict | None:
    application = some(draw, played.world["applications"])
    if application is None:
        return None
    chosen = year(draw, played)
    open_ones = [name for name, each in played.world["applications"].items() if each["open"]]
    marks = [free(played, chosen), *([played.books["threshold"]] if played.books["threshold"] else [])]
    return {
        **{"application": some(draw, open_ones) if open_ones and draw.random() < 0.9 else application, "year": chosen},
        **{
            "oere": amount(draw, *marks),
            "reason": draw.random() < 0.3,
            "proposal": draw.choice((None, None, None, None, "godkendt", "modtaget")),
            "decisions": decisions(draw, played),
            "waits": [],
        },
    }


def _earmark(draw: Random, played: Played, number: int) -> Dict | None:
    step = _hold(draw, played, number)
    if step is None:
        return None
    waits = [
        (f"c{number}-{each}", draw.choice(("political", "strategic"))) for each in range(draw.choice((0, 1, 1, 2)))
    ]
    known = played.books["earmarks"]
    return step | {"name": some(draw, known) if known and draw.random() < 0.05 else f"e{number}", "waits": waits}


def _grant(draw: Random, played: Played, number: int) -> Dict | None:
    step = _hold(draw, played, number)
    return None if step is None else step | {"name": f"g{number}"}


def _confirm(draw: Random, played: Played, number: int) -> Dict | None:
    waiting = [
        name
        for name, each in {**played.books["earmarks"], **played.books["registered"]}.items()
        if each["second_person"]
    ]
    name = (
        some(draw, waiting)
        if waiting and draw.random() < 0.9
        else some(draw, {**played.books["earmarks"], **played.books["registered"]})
    )
    return None if name is None else {"name": name}


def _reduce(draw: Random, played: Played, number: int) -> Dict | None:
    name, decision = some(draw, played.books["earmarks"]), some(draw, played.world["decisions"])
    if name is None or decision is None:
        return None
    return {"name": name, "oere": amount(draw, played.books["earmarks"][name]["oere"]), "decision": decision}


def _resolve(draw: Random, played: Played, number: int) -> Dict | None:
    """Mostly by a decision that has just been taken to answer it."""
    open_ones = [name for name, each in played.world["conditions"].items() if each["open"]]
    condition = some(draw, open_ones) if open_ones and draw.random() < 0.9 else some(draw, played.world["conditions"])
    if condition is None:
        return None
    met = draw.random() < 0.75
    if draw.random() < 0.8:
        decision = played.decides(played.world["conditions"][condition]["awaits"], number + PROOFS, yes=met)
        return {"condition": condition, "decision": decision, "met": met}
    return {"condition": condition, "decision": some(draw, played.world["decisions"]), "met": met}


def _pay(draw: Random, played: Played, number: int) -> Dict | None:
    name = some(draw, played.books["grants"])
    if name is None:
        return None
    left = on(played.books, f"bevilget:{name}")
    return {"name": name, "oere": amount(draw, left, left), "booked_on": booked_on(draw, played)}


def _repay(draw: Random, played: Played, number: int) -> Dict | None:
    name = some(draw, played.books["grants"])
    if name is None:
        return None
    out = on(played.books, f"udbetalt:{name}") + on(played.books, f"tilbagebetalt:{name}")
    return {"name": name, "oere": amount(draw, out), "booked_on": booked_on(draw, played)}


def _close_grant(draw: Random, played: Played, number: int) -> Dict | None:
    name = some(draw, played.books["grants"])
    return None if name is None else {"name": name, "year": year(draw, played), "evaluated": draw.random() < 0.8}


def _reverse(draw: Random, played: Played, number: int) -> Dict | None:
    known = sorted(played.books["postings"])
    number = draw.choice(known[-4:] if known and draw.random() < 0.6 else known or [1])
    return {"number": draw.randint(1, played.books["events"]) if draw.random() < 0.1 else number}


def _register(draw: Random, played: Played, number: int) -> Dict | None:
    kind = draw.choice(("pay", "pay", "reverse", "close-year", "close-year", "open-with"))
    wish = (_open_with if kind == "open-with" else DRAWN[kind][1])(draw, played, number)
    return None if wish is None else {"name": f"r{number}", "wish": {"do": kind, **wish}}


def _open_with(draw: Random, played: Played, number: int) -> Dict | None:
    chosen = year(draw, played)
    name = None if draw.random() < 0.4 else f"o{number}" if draw.random() < 0.9 else some(draw, played.books["grants"])
    return {"name": name, "year": chosen, "oere": amount(draw, free(played, chosen), 50_000)}


def _release(draw: Random, played: Played, number: int) -> Dict | None:
    step = _reduce(draw, played, number)
    return None if step is None else {"name": step["name"], "decision": step["decision"]}


def _assert(draw: Random, played: Played, number: int) -> Dict | None:
    drawn = draw.choice(YEARS)
    held = free(played, drawn)
    return {"account": f"fri:{drawn}", "oere": held if draw.random() < 0.6 else held + 1, "as_of": today(played)}


def _close_year(draw: Random, played: Played, number: int) -> Dict | None:
    empty = [each for each in YEARS if not free(played, each) and each < int(today(played)[:4])]
    return {"year": draw.choice(empty) if empty and draw.random() < 0.7 else draw.choice(YEARS)}


def _wind_up(draw: Random, played: Played, number: int) -> Dict | None:
    return {"decisions": decisions(draw, played)}


DRAWN: dict[str, tuple[float, Any]] = {
    "receive": (6, _receive),
    "carry": (5, _carry),
    "share": (5, _share),
    "earmark": (18, _earmark),
    "grant": (18, _grant),
    "confirm": (12, _confirm),
    "resolve": (14, _resolve),
    "reduce": (4, _reduce),
    "release": (2, _release),
    "pay": (18, _pay),
    "repay": (9, _repay),
    "close-grant": (6, _close_grant),
    "reverse": (7, _reverse),
    "register": (6, _register),
    "assert": (3, _assert),
    "close-year": (1.5, _close_year),
    "wind-up": (0.4, _wind_up),
}
"""kind of step -> how often it is drawn, and how"""
