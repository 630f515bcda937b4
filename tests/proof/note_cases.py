"""The shared cases of notes, heads, trust files, and what commits to a text."""

from base64 import b64decode, b64encode

from tests.proof.plainly import checkpoint, commitment, leaf_hash, root
from tests.proof.small_bundle import COUNTRY_TOWN, LOG, ORIGIN, REGION, SECOND_OF_REGION, SEEN_AT, STRANGER, TRUST
from tests.proof.spoilt import CT_LEAVES, Case, altered


def notes() -> list[Case]:
    """A note, and the one key that is known: what becomes of it. `fits`: that key signed it; `unsigned`: it is a note, and that key
    did not sign it; `refused`: it is no note, or the key's own line does not fit.
    """
    hashes = [leaf_hash(each) for each in CT_LEAVES]
    text = checkpoint(ORIGIN, hashes)
    good = f"{text}\n{LOG.sign(text)}"
    line = LOG.sign(text)
    body = line.split(" ")[2].strip()

    def case(name: str, note: str, becomes: str, key: str = LOG.vkey) -> Case:
        return {"name": name, "key": key, "note": note, "becomes": becomes}

    extended = text + "something more\n"
    return [
        case("as it should be", good, "fits"),
        case("signed by others too", good + STRANGER.cosign(text, SEEN_AT), "fits"),
        case("lines after the third are signed as well", f"{extended}\n{LOG.sign(extended)}", "fits"),
        case("signed by a stranger alone", f"{text}\n{STRANGER.sign(text)}", "unsigned"),
        case("the key's name under another number", good.replace(body, "AAAA" + body[4:]), "unsigned"),
        case("another text", good.replace("\n8\n", "\n9\n"), "refused"),
        case("a bit of the signature", f"{text}\n{altered(line)}", "refused"),
        case("a signature that is too short", f"{text}\n{LOG.line(bytes(12))}", "refused"),
        case("a signature that is nothing but zeroes", f"{text}\n{LOG.line(bytes(64))}", "refused"),
        case("half of it above the group's order", f"{text}\n{_beyond_the_order(line)}", "refused"),
        case("no empty line", f"{text}{line}", "refused"),
        case("nobody signed", f"{text}\n", "refused"),
        case("no end of the last line", good[:-1], "refused"),
        case("returns", good.replace("\n", "\r\n"), "refused"),
        case("a control character", good.replace("\n8\n", "\n8\x00\n"), "refused"),
        case("a hyphen for the dash", good.replace("— ", "- "), "refused"),
        case("base64 with something behind", good.replace(body, body + "="), "refused"),
        case("base64 in another alphabet", good.replace(body, "-_" + body[2:]), "refused"),
        case("empty", "", "refused"),
    ]


def heads() -> list[Case]:
    """The text of a note, and what it says as a head of a log; null: it says none."""
    text = checkpoint(ORIGIN, [leaf_hash(each) for each in CT_LEAVES])
    origin, _, said, _ = text.split("\n")
    whole = {"origin": origin, "size": 8, "root": root([leaf_hash(each) for each in CT_LEAVES]).hex()}

    def case(name: str, written: str, becomes: Case | None = None) -> Case:
        return {"name": name, "text": written, "head": becomes}

    return [
        case("as it should be", text, whole),
        case("with a line more", f"{text}more\n", whole),
        case("of nothing", f"{origin}\n0\n{said}\n", {**whole, "size": 0}),
        case("a nought before the size", f"{origin}\n08\n{said}\n"),
        case("a size below nothing", f"{origin}\n-8\n{said}\n"),
        case("a size with a plus", f"{origin}\n+8\n{said}\n"),
        case("a size in other digits", f"{origin}\n٨\n{said}\n"),
        case("a size beyond all", f"{origin}\n{'9' * 30}\n{said}\n"),
        case("a root of 31 bytes", f"{origin}\n8\n{b64encode(bytes(31)).decode()}\n"),
        case("a root that is no base64", f"{origin}\n8\n{said[:-2]}*=\n"),
        case("no origin", f"\n8\n{said}\n"),
        case("two lines", f"{origin}\n8\n"),
        case("no end of the line", text[:-1]),
    ]


ORDER = 2**252 + 27742317777372353535851937790883648493


def _beyond_the_order(line: str) -> str:
    """The same signature with its second half larger by the order: RFC 8032 §5.1.7 has it refused."""
    held = b64decode(line.rstrip("\n").split(" ")[2])
    more = int.from_bytes(held[36:68], "little") + ORDER
    return LOG.line(held[4:36] + more.to_bytes(32, "little"))


# --- whom one believes ---


def quorums() -> list[Case]:
    """A trust file and a note: which organisations have seen the head, and whether they are enough; null: the note is refused."""
    hashes = [leaf_hash(each) for each in CT_LEAVES]
    text = checkpoint(ORIGIN, hashes)
    region, town = REGION.cosign(text, SEEN_AT), COUNTRY_TOWN.cosign(text, SEEN_AT)

    def case(name: str, lines: str, organisations: list[str] | None, enough: bool, trust: str = TRUST) -> Case:
        note = f"{text}\n{LOG.sign(text)}{lines}"
        return {"name": name, "trust": trust, "note": note, "organisations": organisations, "enough": enough}

    town_alone = TRUST.replace('must = ["Region"]', "").replace("organisations = 2", "organisations = 1")
    return [
        case("both", region + town, ["Kommune", "Region"], True),
        case("an organisation counts once", region + SECOND_OF_REGION.cosign(text, SEEN_AT), ["Region"], False),
        case("one of two", region, ["Region"], False),
        case("who must be there is not", town, ["Kommune"], False),
        case("one is enough where one is asked for", town, ["Kommune"], True, town_alone),
        case("a stranger counts for nothing", region + STRANGER.cosign(text, SEEN_AT), ["Region"], False),
        case("at another time than it was signed", region + _later(town), None, False),
        case("of another head", region + COUNTRY_TOWN.cosign(checkpoint(ORIGIN, hashes, 7), SEEN_AT), None, False),
        case("nobody, where none is asked for", "", [], False, TRUST.split("[[witness]]")[0]),
    ]


def _later(line: str) -> str:
    held = b64decode(line.rstrip("\n").split(" ")[2])
    at = int.from_bytes(held[4:12], "big") + 1
    return COUNTRY_TOWN.line(at.to_bytes(8, "big") + held[12:])


def trusts() -> list[Case]:
    """Trust files, and whether they are read at all."""

    def case(name: str, trust: str, read: bool) -> Case:
        return {"name": name, "trust": trust, "read": read}

    head = f'\n[[head]]\nsize = 4\nroot = "{b64encode(bytes(32)).decode()}"\n'
    return [
        case("as it should be", TRUST, True),
        case("no witnesses", TRUST.split("[[witness]]")[0], True),
        case("with a head from before", TRUST + head, True),
        case(
            "remarks, and a list over several lines", f"# whom I believe\n{TRUST}".replace('["', '[ # one\n  "'), True
        ),
        case("a word that nobody knows", f'{TRUST}\nweight = "2"\n', False),
        case("a table that nobody knows", f"{TRUST}\n[more]\n", False),
        case("no origin", TRUST.partition("\n")[2], False),
        case("no TOML", "origin = klynge\n", False),
        case("a word twice", f'origin = "{ORIGIN}"\n{TRUST}', False),
        case("a witness's key among the log's", TRUST.replace(LOG.vkey, REGION.vkey), False),
        case("the log's key for a witness", TRUST.replace(REGION.vkey, LOG.vkey), False),
        case("a key whose number is another's", TRUST.replace(LOG.number.hex(), REGION.number.hex()), False),
        case("one key for two organisations", TRUST.replace(COUNTRY_TOWN.vkey, REGION.vkey), False),
        case("somebody who must, and has no witness", TRUST.replace('["Region"]', '["Staten"]'), False),
        case("more than there are", TRUST.replace("organisations = 2", "organisations = 3"), False),
        case("a head with a size and no root", f"{TRUST}\n[[head]]\nsize = 4\n", False),
        case("a head whose root is no root", TRUST + head.replace("AAAA", "AA", 1), False),
    ]


def commitments() -> list[Case]:
    def case(name: str, stream: str, version: int, field: str, value: str) -> Case:
        salt = bytes(range(32))
        c = commitment(salt, stream, version, field, value)
        return {
            "name": name,
            "salt": salt.hex(),
            "stream": stream,
            "version": version,
            "field": field,
            "value": value,
            "c": c.hex(),
        }

    return [
        case("a name", "dk/person/p3", 1, "/name", '"Navn"'),
        case("the same elsewhere", "dk/person/p4", 1, "/name", '"Navn"'),
        case("the same later", "dk/person/p3", 2, "/name", '"Navn"'),
        case("in a list", "lillebaelt/meeting/m", 300, "/points/12/words", '"Æøå og \\"citat\\""'),
        case("a long one", "lillebaelt/meeting/m", 3, "/text", f'"{"ord " * 500}"'),
    ]
