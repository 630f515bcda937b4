"""Books kept by hand, in plain dicts, as the rules say a fund's should be (trust.md §6, domain-model 2.12): what a step does.

Nothing here comes from the rooms that are judged: no import, no class, no name of theirs. `books` hold the fund, `world` what it
looks at; a step is a dict with what somebody wants done. What forbids a step stands in `oracle.py`.
"""

from tests.money.by_hand import (
    Dict,
    Legs,
    applied_by,
    first_open,
    key_of,
    missing,
    moved,
    on,
    split,
    takes_two,
    year_of,
)


def new_books() -> Dict:
    """A fund on its first day: one event, that it was opened."""
    return {
        **{"accounts": {}, "granted": set(), "closed": set(), "earmarks": {}, "grants": {}, "registered": {}},
        **{
            "applied": {},
            "names": set(),
            "postings": {},
            "reversed": set(),
            "threshold": None,
            "criteria": [],
            "ceilings": {},
            "differs": {},
        },
        **{"registrar": None, "confirmer": None, "made_up": False, "events": 1},
    }


def book(step: Dict, books: Dict, world: Dict) -> None:
    """Do what was judged to be allowed."""
    BOOKS[step["do"]](step, books, world)


def post(books: Dict, kind: str, legs: Legs, name: str = "") -> None:
    """An event with legs: the next of the fund's own stream."""
    books["events"] += 1
    books["postings"][books["events"]] = {"kind": kind, "legs": legs, "name": name}
    for account, oere in legs:
        books["accounts"][account] = on(books, account) + oere


def book_grant(step: Dict, books: Dict, world: Dict) -> None:
    books["granted"].add(step["year"])
    post(books, "receive", [(f"tilskud:{step['year']}", -step["oere"]), (f"fri:{step['year']}", step["oere"])])


def book_carry(step: Dict, books: Dict, world: Dict) -> None:
    over, oere = f"overført:{step['year']}>{step['to_year']}", step["oere"]
    post(
        books, "carry", [(f"fri:{step['year']}", -oere), (over, oere), (over, -oere), (f"fri:{step['to_year']}", oere)]
    )


def book_share(step: Dict, books: Dict, world: Dict) -> None:
    key = key_of(step, world)
    assert key is not None
    parts = [(f"part:{party}", -oere) for party, oere in split(step["oere"], key["shares"])]
    post(books, "share", [*parts, (f"fri:{year_of(step['booked_on'])}", step["oere"])])


def book_earmark(step: Dict, books: Dict, world: Dict) -> None:
    applied = world["applications"][step["application"]]
    waits = [condition for condition, _ in step["waits"]]
    books["names"].add(step["name"])
    books["earmarks"][step["name"]] = {
        **{
            "is": "held",
            "oere": step["oere"],
            "year": step["year"],
            "waits": waits,
            "decisions": list(step["decisions"]),
        },
        **{"second_person": takes_two(books, step["oere"]), "registered_by": step["by"], "applied_by": applied["by"]},
        **{"applicant": applied["applicant"], "application": step["application"]},
    }
    books["applied"][step["name"]] = step["application"]
    for condition, awaits in step["waits"]:
        world["conditions"][condition] = {
            "awaits": awaits,
            "open": True,
            "opened_on": world["today"],
            "blocks": step["name"],
        }
    post(
        books,
        "earmark",
        [(f"fri:{step['year']}", -step["oere"]), (f"betinget:{step['name']}", step["oere"])],
        step["name"],
    )


def book_at_once(step: Dict, books: Dict, world: Dict) -> None:
    applied = world["applications"][step["application"]]
    grant(step["name"], f"fri:{step['year']}", step["oere"], applied["applicant"], step["application"], books, world)


def grant(name: str, source: str, oere: int, applicant: str, application: str, books: Dict, world: Dict) -> None:
    books["names"].add(name)
    books["grants"][name] = {"oere": oere, "applicant": applicant, "application": application, "ended": False}
    world["applications"][application]["open"] = False
    books["applied"][name] = application
    post(books, "grant", [(source, -oere), (f"bevilget:{name}", oere)], name)


def gone_on(name: str, books: Dict, world: Dict) -> None:
    """When the last wait goes, the authority is asked for again: all there, granted; not all there, free again."""
    earmark = books["earmarks"][name]
    if earmark["waits"] or earmark["second_person"]:
        return
    if missing(world, earmark["decisions"]) or not world["applications"][earmark["application"]]["open"]:
        set_free(name, books)
        return
    earmark["is"] = "granted"
    args = earmark["oere"], earmark["applicant"], earmark["application"]
    grant(name, f"betinget:{name}", *args, books, world)


def set_free(name: str, books: Dict) -> None:
    earmark = books["earmarks"][name]
    earmark["is"] = "released"
    year = first_open(books, earmark["year"])
    post(books, "release", [(f"betinget:{name}", -earmark["oere"]), (f"fri:{year}", earmark["oere"])])


def book_release(step: Dict, books: Dict, world: Dict) -> None:
    set_free(step["name"], books)


def book_open_with(step: Dict, books: Dict, world: Dict) -> None:
    """What was there before: a grant that nobody here applied for, or free money."""
    year, name, oere = step["year"], step["name"], step["oere"]
    source = f"fri:{year}" if name is not None and year in books["granted"] else "åbning"
    if name is not None:
        books["names"].add(name)
        books["grants"][name] = {"oere": oere, "applicant": None, "application": None, "ended": False}
    taking = f"fri:{year}" if name is None else f"bevilget:{name}"
    post(books, "open-with", [(source, -oere), (taking, oere)], name or "")


def book_confirm(step: Dict, books: Dict, world: Dict) -> None:
    books["events"] += 1
    wished = books["registered"].get(step["name"])
    if wished is not None:
        wished["is"] = "confirmed"
        book(wished["wish"], books, world)
        return
    books["earmarks"][step["name"]]["second_person"] = False
    gone_on(step["name"], books, world)


def book_reduce(step: Dict, books: Dict, world: Dict) -> None:
    earmark = books["earmarks"][step["name"]]
    earmark["oere"] -= step["oere"]
    year = first_open(books, earmark["year"])
    post(books, "reduce", [(f"betinget:{step['name']}", -step["oere"]), (f"fri:{year}", step["oere"])], step["name"])


def book_resolve(step: Dict, books: Dict, world: Dict) -> None:
    condition = world["conditions"][step["condition"]]
    condition["open"] = False
    name = condition["blocks"]
    earmark = books["earmarks"][name]
    if earmark["is"] != "held":
        return
    if not step["met"]:
        set_free(name, books)
        return
    books["events"] += 1
    earmark["waits"].remove(step["condition"])
    earmark["decisions"].append(step["decision"])
    gone_on(name, books, world)


def book_pay(step: Dict, books: Dict, world: Dict) -> None:
    post(
        books,
        "pay",
        [(f"bevilget:{step['name']}", -step["oere"]), (f"udbetalt:{step['name']}", step["oere"])],
        step["name"],
    )


def book_repay(step: Dict, books: Dict, world: Dict) -> None:
    """Back to the grant; to the pool where the grant has ended."""
    back = f"fri:{year_of(step['booked_on'])}" if books["grants"][step["name"]]["ended"] else f"bevilget:{step['name']}"
    post(books, "repay", [(f"tilbagebetalt:{step['name']}", -step["oere"]), (back, step["oere"])], step["name"])


def book_close_grant(step: Dict, books: Dict, world: Dict) -> None:
    books["grants"][step["name"]]["ended"] = True
    left = on(books, f"bevilget:{step['name']}")
    books["grants"][step["name"]]["oere"] -= left
    legs = [(f"bevilget:{step['name']}", -left), (f"fri:{step['year']}", left)] if left else []
    post(books, "close-grant", legs, step["name"])


def book_reverse(step: Dict, books: Dict, world: Dict) -> None:
    """The mirror; and what the posting had made true is so no longer."""
    posting = books["postings"][step["number"]]
    name, mirror = posting["name"], [(account, -oere) for account, oere in posting["legs"]]
    books["reversed"].add(step["number"])
    post(books, "reverse", mirror)
    match posting["kind"]:
        case "receive":
            books["granted"].discard(int(posting["legs"][0][0].partition(":")[2]))
        case "earmark":
            books["earmarks"][name]["is"] = "released"
        case "reduce":
            books["earmarks"][name]["oere"] += moved(mirror)
        case "open-with" if name:
            del books["grants"][name]
        case "grant":
            del books["grants"][name]
            if name in books["earmarks"]:
                set_free(name, books)
        case "close-grant":
            books["grants"][name]["ended"] = False
            books["grants"][name]["oere"] += moved(mirror)


def book_register(step: Dict, books: Dict, world: Dict) -> None:
    books["events"] += 1
    books["registered"][step["name"]] = {
        **{"is": "wished", "second_person": True, "registered_by": step["by"], "wish": step["wish"]},
        **{"applied_by": applied_by(step["wish"], books, world)},
    }


def book_assert(step: Dict, books: Dict, world: Dict) -> None:
    books["events"] += 1
    books["differs"][step["account"]] = step["oere"] - on(books, step["account"])


def book_close_year(step: Dict, books: Dict, world: Dict) -> None:
    books["events"] += 1
    books["closed"].add(step["year"])


def book_wind_up(step: Dict, books: Dict, world: Dict) -> None:
    key = key_of(step, world)
    free = [
        (account, -oere) for account, oere in sorted(books["accounts"].items()) if account.startswith("fri:") and oere
    ]
    parts = split(-sum(oere for _, oere in free), key["shares"]) if key is not None else []
    books["made_up"] = True
    post(books, "wind-up", [*free, *((f"part:{party}", oere) for party, oere in parts if oere)])


BOOKS = {
    **{"receive": book_grant, "carry": book_carry, "share": book_share, "earmark": book_earmark, "grant": book_at_once},
    **{"confirm": book_confirm, "reduce": book_reduce, "resolve": book_resolve, "pay": book_pay, "repay": book_repay},
    **{"close-grant": book_close_grant, "reverse": book_reverse, "register": book_register, "assert": book_assert},
    **{"close-year": book_close_year, "wind-up": book_wind_up, "open-with": book_open_with, "release": book_release},
}
