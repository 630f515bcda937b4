"""Another key: believed from the first head on that holds the change and that a key believed before signed; never sooner."""

from pathlib import Path

import pytest

from clients.klynge_verify import VERDICTS, Refused
from tests.proof.plainly import Key, leaf_data, leaf_hash
from tests.proof.small_bundle import COUNTRY_TOWN, LOG, ORIGIN, REGION, SEEN_AT, TRUST, Bundle
from tests.verifying.town import INIT, Town, by, checked

SECOND_KEY, THIRD_KEY, STRANGER = (Key(f"{ORIGIN}/{number}", 1) for number in range(3))


def changed(*keys: Key, between: int = 3) -> Town:
    """A record whose key is changed, once or twice, with other events between."""
    record = Town()
    opened = {"origin": ORIGIN.partition("/")[2], "clock": "real", "schemes": [], "checkpoint_key": LOG.vkey}
    record.add("log", "by/log/log", "log.opened", opened, INIT)
    house = by("dk/person/administrator", None, "house")
    for number, key in enumerate(keys):
        for more in range(between):
            record.add(f"{number}-{more}", f"dk/party/p{number}-{more}", "party.registered", {}, INIT)
        record.add(f"key-{number}", "by/log/log", "log.checkpoint-key-changed", {"key": key.vkey}, house)
    for more in range(between):
        record.add(f"last-{more}", f"dk/party/last-{more}", "party.registered", {}, INIT)
    return record


class Signed(Bundle):
    """With heads at any sizes, each signed by whom one likes."""

    def __init__(self, record: Town, newest: Key, **older: Key) -> None:
        super().__init__()
        self.rows, self.texts = record.rows(), []
        self.leaves = [leaf_hash(leaf_data(row)) for row in self.rows]
        self.heads = {record.position(name.replace("_", "-")): key for name, key in older.items()}
        self.newest = self.head(len(self.leaves), newest)

    def head(self, size: int, key: Key) -> str:
        text = self.note(size)
        return f"{text}\n{key.sign(text)}{REGION.cosign(text, SEEN_AT)}{COUNTRY_TOWN.cosign(text, SEEN_AT)}"

    def files(self) -> dict[str, bytes]:
        files = {name: held for name, held in super().files().items() if not name.startswith("checkpoints/")}
        del files["manifest.json"]
        files |= {f"checkpoints/{size:010}": self.head(size, key).encode() for size, key in self.heads.items()}
        return files | {"manifest.json": self.manifest(files)}


def verdict(bundle: Bundle, folder: Path) -> str:
    return VERDICTS[checked(bundle, folder).code][1]


def test_the_next_key_is_believed_once_the_one_before_signed_over_the_change(tmp_path: Path) -> None:
    record = changed(SECOND_KEY)
    assert verdict(Signed(record, SECOND_KEY, key_0=LOG), tmp_path) == "WITNESSED"
    assert verdict(Signed(record, SECOND_KEY, last_1=LOG), tmp_path / "later") == "WITNESSED"


@pytest.mark.parametrize("older", [{}, {"0_2": LOG}, {"key_0": SECOND_KEY}, {"key_0": STRANGER}])
def test_it_is_believed_no_sooner_and_by_nobody_elses_word(older: dict[str, Key], tmp_path: Path) -> None:
    """No head over the change, one that is older than it, one by the new key itself, one by a stranger."""
    assert verdict(Signed(changed(SECOND_KEY), SECOND_KEY, **older), tmp_path) == "BROKEN"


def test_keys_are_believed_one_after_the_other(tmp_path: Path) -> None:
    record = changed(SECOND_KEY, THIRD_KEY)
    assert verdict(Signed(record, THIRD_KEY, key_0=LOG, key_1=SECOND_KEY), tmp_path / "whole") == "WITNESSED"
    assert verdict(Signed(record, THIRD_KEY, key_1=SECOND_KEY), tmp_path / "first-missing") == "BROKEN"
    assert verdict(Signed(record, THIRD_KEY, key_0=LOG), tmp_path / "second-missing") == "BROKEN"


def test_a_key_that_no_event_names_is_not_believed(tmp_path: Path) -> None:
    assert verdict(Signed(changed(SECOND_KEY), STRANGER, key_0=LOG), tmp_path) == "BROKEN"


def test_a_head_that_the_auditor_holds_counts_when_a_believed_key_signed_it(tmp_path: Path) -> None:
    record = changed(SECOND_KEY)
    bundle = Signed(record, SECOND_KEY)
    held = tmp_path / "held"
    for signer, found in ((LOG, "WITNESSED"), (SECOND_KEY, None)):
        held.write_text(bundle.head(record.position("last-0"), signer), "utf-8")
        trust = f'{TRUST}\n[[head]]\nnote = "{held}"\n'
        if found is None:
            with pytest.raises(Refused):
                checked(bundle, tmp_path, trust)
        else:
            assert VERDICTS[checked(bundle, tmp_path, trust).code][1] == found
