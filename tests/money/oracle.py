"""An oracle: every reason against a step, by plain rules over plain dicts (trust.md §6, domain-model 2.12). It shares nothing
with the rooms that it judges; what a step does to the books stands in `books.py`.
"""

from tests.money.by_hand import Dict, Legs, applied_by, has_had, key_of, missing, moved, on, takes_two, year_of

ALWAYS_ATTESTED = ("not-operation", "not-own-staff")
GONE = {"ended": True}
REVERSIBLE = ("open-with", "receive", "carry", "share", "earmark", "reduce", "grant", "close-grant", "pay", "repay")


def judge(step: Dict, books: Dict, world: Dict) -> set[str]:
    """Every reason against a step; none: it is to be done."""
    if books["made_up"] and step["do"] != "resolve":
        return {"wound-up", "denied"}
    no: set[str] = set()
    asked_of = {"confirm": "confirmer", "resolve": None, "let-go": None, "wind-up": None}.get(step["do"], "registrar")
    if asked_of is not None and step["by"] != books[asked_of]:
        no.add("denied")
    if "booked_on" in step and year_of(step["booked_on"]) in books["closed"]:
        no.add("year-shut")
    return no | JUDGES[step["do"]](step, books, world)


def may(step: Dict, books: Dict, world: Dict) -> set[str]:
    """What may be said against it too: a registration may be told at once what it will be told when it is confirmed; how much
    a year moves that is closed is nowhere said."""
    if step["do"] == "register":
        return judge(step["wish"], books, world)
    if step["do"] == "release":
        return no_authority(world["decisions"][step["decision"]], world)
    return ({"four-eyes"} if step["do"] == "close-year" else set()) | fallen(step, world)


def shut(books: Dict, *years: int) -> set[str]:
    return {"year-shut"} if books["closed"] & set(years) else set()


def judge_grant(step: Dict, books: Dict, world: Dict) -> set[str]:
    return shut(books, step["year"]) | ({"grant-twice"} if step["year"] in books["granted"] else set())


def judge_carry(step: Dict, books: Dict, world: Dict) -> set[str]:
    no = shut(books, step["year"], step["to_year"])
    return no | ({"pool-exceeded"} if step["oere"] > on(books, f"fri:{step['year']}") else set())


def judge_share(step: Dict, books: Dict, world: Dict) -> set[str]:
    no = {"step-missing"} if missing(world, step["decisions"]) else set()
    return no | ({"no-key"} if key_of(step, world) is None else set())


def fallen(step: Dict, world: Dict) -> set[str]:
    """Nothing is done by a decision that another has taken the place of."""
    return set() if all(world["decisions"][name]["stands"] for name in step.get("decisions", ())) else {"superseded"}


def judge_hold(step: Dict, books: Dict, world: Dict) -> set[str]:
    """An earmark, or money granted at once: every rule of a grant, the authority, and the pool."""
    applied = world["applications"][step["application"]]
    name, two = step["name"], takes_two(books, step["oere"])
    no = shut(books, step["year"])
    if name in books["names"]:
        no.add("exists")
    if not applied["open"]:
        no.add("settled")
    if any(each["is"] == "held" and each["application"] == step["application"] for each in books["earmarks"].values()):
        no.add("already-held")
    if step["proposal"] is not None and not world["proposals"][step["proposal"]]:
        no.add("not-approved")
    if not applied["planned"]:
        no.add("no-evaluation-plan")
    if applied["begins"] is None or applied["ends"] is None:
        no.add("incomplete")
    no |= {"criterion-unmet"} if unmet(applied, books) else set()
    no |= above_ceiling(step, applied, books)
    no |= {"pool-exceeded"} if step["oere"] > on(books, f"fri:{step['year']}") else set()
    awaited = [body for _, body in step["waits"]]
    if [body for body in missing(world, step["decisions"]) if body not in awaited]:
        no.add("step-missing")
    if two and (step["do"] == "grant" or step["by"] == applied["by"]):
        no.add("four-eyes")
    if step["do"] == "earmark" and not two and not step["waits"]:
        no.add("nothing-awaited")
    return no


def unmet(applied: Dict, books: Dict) -> bool:
    for criterion in (*ALWAYS_ATTESTED, *books["criteria"]):
        if criterion == "evaluation-required":
            met = applied["planned"]
        elif criterion.startswith("starts-in-"):
            met = applied["begins"] is not None and year_of(applied["begins"]) == int(criterion[10:])
        else:
            met = criterion in applied["attested"]
        if not met:
            return True
    return False


def above_ceiling(step: Dict, applied: Dict, books: Dict) -> set[str]:
    no = set()
    for kind in (applied["kind"], "all"):
        most, firm = books["ceilings"].get(kind, (None, True))
        if most is not None and has_had(books, applied["applicant"]) + step["oere"] > most:
            if firm:
                no.add("ceiling-exceeded")
            elif not step["reason"]:
                no.add("above-about-ceiling")
    return no


def judge_confirm(step: Dict, books: Dict, world: Dict) -> set[str]:
    """Neither who registered nor who applied; and once."""
    waits = books["earmarks"].get(step["name"]) or books["registered"].get(step["name"])
    if waits is None:
        return {"unknown"}
    if waits["is"] not in ("held", "wished") or not waits["second_person"]:
        return {"already-resolved"}
    no = {"four-eyes"} if step["by"] in (waits["registered_by"], waits["applied_by"]) else set()
    return no | (judge(waits["wish"], books, world) - {"four-eyes", "denied"} if waits["is"] == "wished" else set())


def judge_reduce(step: Dict, books: Dict, world: Dict) -> set[str]:
    earmark = books["earmarks"].get(step["name"])
    if earmark is None:
        return {"unknown"}
    if earmark["is"] != "held":
        return {"already-resolved"}
    no = {"pool-exceeded"} if step["oere"] >= earmark["oere"] else set()
    return no | no_authority(world["decisions"][step["decision"]], world)


def judge_resolve(step: Dict, books: Dict, world: Dict) -> set[str]:
    condition = world["conditions"].get(step["condition"])
    if condition is None:
        return {"unknown"}
    if not condition["open"]:
        return {"already-resolved"}
    decision = world["decisions"][step["decision"]]
    proves = decision["body"] == condition["awaits"] and (decision["yes"] or not step["met"])
    return set() if proves and decision["stands"] and decision["day"] > condition["opened_on"] else {"proof-mismatch"}


def judge_pay(step: Dict, books: Dict, world: Dict) -> set[str]:
    """Out of what is left of a grant; from the threshold on, not by one alone."""
    if step["name"] not in books["grants"]:
        return {"unknown"}
    no = {"four-eyes"} if takes_two(books, step["oere"]) else set()
    return no | ({"overdrawn"} if step["oere"] > on(books, f"bevilget:{step['name']}") else set())


def judge_repay(step: Dict, books: Dict, world: Dict) -> set[str]:
    """No more comes back than went out."""
    if step["name"] not in books["grants"]:
        return {"unknown"}
    return {"overdrawn"} if step["oere"] > paid_out(books, step["name"]) else set()


def judge_close_grant(step: Dict, books: Dict, world: Dict) -> set[str]:
    grant = books["grants"].get(step["name"])
    if grant is None:
        return {"unknown"}
    no = {"ended"} if grant["ended"] else set()
    return no | shut(books, step["year"]) | (set() if step["evaluated"] else {"not-evaluated"})


def judge_reverse(step: Dict, books: Dict, world: Dict) -> set[str]:
    """The mirror of a posting, once; it takes nothing that has gone on, and touches no year that is closed."""
    posting = books["postings"].get(step["number"])
    if posting is None or not posting["legs"]:
        return {"unknown"}
    if posting["kind"] not in REVERSIBLE:
        return {"not-reversible"}
    if step["number"] in books["reversed"]:
        return {"already-reversed"}
    mirror = [(account, -oere) for account, oere in posting["legs"]]
    no = shut(books, year_of(world["today"])) | ({"four-eyes"} if takes_two(books, moved(mirror)) else set())
    name = posting.get("name")
    if posting["kind"] == "reduce" and books["earmarks"][name]["is"] != "held":
        no.add("overdrawn")
    if posting["kind"] in ("pay", "repay") and books["grants"].get(name, GONE)["ended"] and not step_to_pool(posting):
        no.add("ended")
    if posting["kind"] == "pay" and paid_out(books, name) < moved(mirror):
        no.add("overdrawn")
    if any(
        account.partition(":")[0] in ("fri", "tilskud") and int(account.partition(":")[2]) in books["closed"]
        for account, _ in mirror
    ):
        no.add("year-shut")
    return no | ({"overdrawn"} if below_zero(books, mirror) else set())


def step_to_pool(posting: Dict) -> bool:
    """Whether what was paid back went to the pool, since the grant had ended."""
    return any(account.startswith("fri:") for account, _ in posting["legs"])


def paid_out(books: Dict, name: str) -> int:
    return on(books, f"udbetalt:{name}") + on(books, f"tilbagebetalt:{name}")


def below_zero(books: Dict, legs: Legs) -> bool:
    after = dict(books["accounts"])
    for account, oere in legs:
        after[account] = after.get(account, 0) + oere
    return any(oere < 0 for account, oere in after.items() if account.startswith(("fri:", "betinget:", "bevilget:")))


def judge_open_with(step: Dict, books: Dict, world: Dict) -> set[str]:
    """What a paper tells of the time before: out of the grant of its year where that is posted, else out of the opening."""
    no = shut(books, step["year"])
    if step["name"] is None:
        return no | ({"grant-twice"} if step["year"] in books["granted"] else set())
    no |= {"exists"} if step["name"] in books["names"] else set()
    short = step["year"] in books["granted"] and step["oere"] > on(books, f"fri:{step['year']}")
    return no | ({"pool-exceeded"} if short else set())


def judge_release(step: Dict, books: Dict, world: Dict) -> set[str]:
    """Let go by a decision of those who settle it."""
    earmark = books["earmarks"].get(step["name"])
    if earmark is None:
        return {"unknown"}
    if earmark["is"] != "held":
        return {"already-resolved"}
    if not world["applications"][earmark["application"]]["open"]:
        return set()
    return no_authority(world["decisions"][step["decision"]], world)


def no_authority(decision: Dict, world: Dict) -> set[str]:
    binds = decision["body"] in world["path"] and decision["yes"] and decision["stands"]
    return set() if binds else {"no-authority"}


def judge_register(step: Dict, books: Dict, world: Dict) -> set[str]:
    """Nothing is wished in a year that is closed; what else forbids it may be said at once, and is when it is confirmed."""
    no = {"exists"} if step["name"] in books["registered"] or step["name"] in books["earmarks"] else set()
    if step["by"] == applied_by(step["wish"], books, world):
        no.add("four-eyes")
    return no | (judge(step["wish"], books, world) & {"year-shut"} if step["wish"]["do"] != "reverse" else set())


def judge_assert(step: Dict, books: Dict, world: Dict) -> set[str]:
    return set()


def judge_close_year(step: Dict, books: Dict, world: Dict) -> set[str]:
    year = step["year"]
    no = shut(books, year) | ({"free-left"} if on(books, f"fri:{year}") else set())
    no |= {"four-eyes"} if books["threshold"] is None else set()
    return no | ({"difference-open"} if books["differs"].get(f"fri:{year}") else set())


def judge_wind_up(step: Dict, books: Dict, world: Dict) -> set[str]:
    no = {"earmarks-open"} if any(each["is"] == "held" for each in books["earmarks"].values()) else set()
    if any(account.startswith("bevilget:") and oere for account, oere in books["accounts"].items()):
        no.add("grants-open")
    no |= {"step-missing"} if missing(world, step["decisions"]) else set()
    left = any(account.startswith("fri:") and oere for account, oere in books["accounts"].items())
    return no | ({"no-key"} if left and key_of(step, world) is None else set())


JUDGES = {
    **{"receive": judge_grant, "carry": judge_carry, "share": judge_share, "earmark": judge_hold, "grant": judge_hold},
    **{
        "confirm": judge_confirm,
        "reduce": judge_reduce,
        "resolve": judge_resolve,
        "pay": judge_pay,
        "repay": judge_repay,
    },
    **{"close-grant": judge_close_grant, "reverse": judge_reverse, "register": judge_register, "assert": judge_assert},
    **{
        "close-year": judge_close_year,
        "wind-up": judge_wind_up,
        "open-with": judge_open_with,
        "release": judge_release,
    },
}
