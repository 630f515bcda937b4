"""What the rules look at, worked out by hand from plain dicts (trust.md §6, domain-model 2.12 and 5.4)."""

from typing import Any

Dict = dict[str, Any]
Legs = list[tuple[str, int]]


def on(books: Dict, account: str) -> int:
    return int(books["accounts"].get(account, 0))


def takes_two(books: Dict, oere: int) -> bool:
    return books["threshold"] is None or oere >= books["threshold"]


def year_of(day: str) -> int:
    return int(day[:4])


def first_open(books: Dict, year: int) -> int:
    while year in books["closed"]:
        year += 1
    return year


def missing(world: Dict, decisions: list[str]) -> list[str]:
    """The bodies whose step nobody has taken: each step by a yes of its body that stands, not before the step above it."""
    cited = sorted((world["decisions"][name] for name in decisions), key=lambda each: each["day"])
    bodies, not_before = [], ""
    for body in world["path"]:
        taken = [
            each["day"]
            for each in cited
            if each["body"] == body and each["yes"] and each["stands"] and each["day"] >= not_before
        ]
        if taken:
            not_before = taken[0]
        else:
            bodies.append(body)
    return bodies


def split(oere: int, shares: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """By largest remainder: everyone's whole øre first, then one each to the largest fractions, ties to whoever stands first."""
    whole = sum(weight for _, weight in shares)
    parts = [oere * weight // whole for _, weight in shares]
    fractions = [oere * weight - part * whole for (_, weight), part in zip(shares, parts, strict=True)]
    for _ in range(oere - sum(parts)):
        largest = fractions.index(max(fractions))
        parts[largest] += 1
        fractions[largest] = -1
    return [(party, part) for (party, _), part in zip(shares, parts, strict=True)]


def key_of(step: Dict, world: Dict) -> Dict | None:
    """The version in force on the day of the last decision."""
    days = [world["decisions"][name]["day"] for name in step["decisions"]]
    return next((each for each in world["key"] if days and each["from"] <= max(days) < each["until"]), None)


def has_had(books: Dict, applicant: str) -> int:
    """What an applicant has been granted, and what is held for it."""
    held = [each for each in books["earmarks"].values() if each["is"] == "held"]
    return sum(int(each["oere"]) for each in (*held, *books["grants"].values()) if each["applicant"] == applicant)


def moved(legs: Legs) -> int:
    """How much a posting moves: each account once."""
    net: dict[str, int] = {}
    for account, oere in legs:
        net[account] = net.get(account, 0) + oere
    return sum(oere for oere in net.values() if oere > 0)


def applied_by(wish: Dict, books: Dict, world: Dict) -> str | None:
    """Who applied for the money that a wish is about."""
    if wish["do"] == "open-with":
        return None
    name = wish.get("name") or books["postings"].get(wish.get("number"), {}).get("name")
    applied = world["applications"].get(books["applied"].get(name))
    return None if applied is None else str(applied["by"])
