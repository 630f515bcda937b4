"""The service asks the parties' witnesses about each head: what it keeps of their answers, and how it takes what goes wrong."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from eventstore.proofs import Proofs
from klynge.witnessing import rounds as module
from klynge.witnessing.asking import ANSWER_BYTES_MAX, BACK_OFF_S, JITTER, Asking
from klynge.witnessing.rounds import Rounds
from proof.note import Cosigner, Note, signed_by
from tests.witness.heads import TIME, Numbers
from tests.witness.parties import PARTIES, Parties
from tests.witness.sealing import proofs_in, put

REGION, RANDERS, PLO = PARTIES
LOG = Numbers(600)
PUT_BACK = 12


class Held:
    """A lease that this process has, or has not."""

    def __init__(self) -> None:
        self.mine = True

    def held(self) -> bool:
        return self.mine

    def close(self) -> None: ...


class Asked:
    """The service's side: what it keeps, whom it asks, and a clock that stands."""

    def __init__(self, folder: Path, parties: Parties, organisations: int = 2, must: tuple[str, ...] = ()) -> None:
        self.proofs: Proofs = proofs_in(folder)
        self.lease = Held()
        self.now = float(TIME)
        self.parties = parties
        self.client = httpx.AsyncClient(transport=parties)
        self.rounds = Rounds(parties.trust(organisations, must), self.proofs, self.lease, self.client, lambda: self.now)

    async def round(self, after_s: float = 0) -> None:
        """One round, some time after the last."""
        self.now += after_s
        await self.rounds._look()

    def of(self, party: str) -> Asking:
        (asking,) = [each for each in self.rounds.asked if each.witness.organisation == party]
        return asking

    def signatures(self, size: int) -> list[str]:
        """Who signed a head, by their signatures."""
        note = Note.parse(self.proofs.note_with_cosignatures(size) or "")
        keys = {each.verifier: each.organisation for each in self.parties.trust().witnesses}
        return sorted(keys[key] for key, _ in signed_by(note, keys))

    @property
    def failures(self) -> list[tuple[str, str]]:
        return [(each.who, each.outcome) for each in reversed(self.proofs.attempts())]


@pytest.fixture
def parties(tmp_path: Path) -> Parties:
    return Parties(tmp_path, LOG)


@pytest.fixture
async def asked(tmp_path: Path, parties: Parties) -> Asked:
    return Asked(tmp_path, parties)


async def test_all_sign_the_same_head_and_the_next_when_there_is_one(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    await asked.round()
    # From nothing: each says that nothing was signed before by signing at once.
    assert asked.signatures(5) == sorted(PARTIES)
    assert asked.proofs.witnessed() == 5
    await asked.round()
    assert len(asked.parties.asked) == 3
    put(asked.proofs, LOG, 300)
    await asked.round()
    assert asked.signatures(300) == sorted(PARTIES)
    assert asked.proofs.witnessed() == 300
    assert {said for _, said in asked.parties.asked[3:]} == {"old 5"}
    assert asked.failures == []


async def test_while_nothing_is_sealed_nobody_is_asked(asked: Asked) -> None:
    await asked.round()
    assert asked.parties.asked == []


async def test_a_process_that_does_not_hold_the_lease_asks_nobody(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    asked.lease.mine = False
    await asked.round()
    assert asked.parties.asked == []
    asked.lease.mine = True
    await asked.round()
    assert len(asked.parties.asked) == 3


async def test_another_process_goes_on_from_where_witnesses_say_that_they_stand(tmp_path: Path, asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    await asked.round()
    put(asked.proofs, LOG, 9)
    other = Asked(tmp_path, asked.parties)
    await other.round()
    assert other.signatures(9) == sorted(PARTIES)
    assert sorted(said for _, said in asked.parties.asked[3:]) == ["old 0"] * 3 + ["old 5"] * 3
    assert other.failures == []


async def test_an_answer_that_was_lost_is_asked_for_again(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    asked.parties.lost = {REGION}
    await asked.round()
    assert asked.signatures(5) == sorted((RANDERS, PLO))
    assert asked.parties.signed(REGION) == 5
    asked.parties.lost = set()
    await asked.round(after_s=60)
    assert asked.signatures(5) == sorted(PARTIES)
    assert asked.failures == [("w0.example/w", "unreachable")]


async def test_organisations_are_counted_and_not_signatures(tmp_path: Path, parties: Parties) -> None:
    asked = Asked(tmp_path, parties, organisations=2)
    put(asked.proofs, LOG, 5)
    for party in (RANDERS, PLO):
        parties.wrong[party] = lambda _: httpx.Response(500)
    await asked.round()
    assert (asked.signatures(5), asked.proofs.witnessed()) == ([REGION], 0)
    second = Cosigner("w9.example/w", b"9" * 32)
    asked.proofs.cosigned(5, REGION, second.cosign(LOG.text(5), TIME), TIME)
    more = f'[[witness]]\norganisation = "{REGION}"\nkey = "{second.vkey}"\nurl = "https://w9.example"'
    asked.rounds._trust = parties.trust(2, (), more)
    assert not asked.rounds._is_witnessed(5)
    parties.wrong.clear()
    await asked.round(after_s=60)
    assert asked.proofs.witnessed() == 5


async def test_who_must_be_among_them_is_waited_for(tmp_path: Path, parties: Parties) -> None:
    asked = Asked(tmp_path, parties, organisations=2, must=(REGION,))
    put(asked.proofs, LOG, 5)
    parties.wrong[REGION] = lambda _: httpx.Response(503)
    await asked.round()
    assert (asked.signatures(5), asked.proofs.witnessed()) == (sorted((RANDERS, PLO)), 0)
    parties.wrong.clear()
    await asked.round(after_s=60)
    assert asked.proofs.witnessed() == 5


async def test_who_does_not_answer_is_asked_again_later_each_time(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)

    def away(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("nobody there")

    asked.parties.wrong[PLO] = away
    waits = []
    for _ in range(len(BACK_OFF_S) + 2):
        await asked.round()
        before = len(asked.parties.asked)
        await asked.round()
        assert len(asked.parties.asked) == before  # not before its time
        waits.append(asked.of(PLO).next_at - asked.now)
        asked.now = asked.of(PLO).next_at
    for wait_s, planned_s in zip(waits, (*BACK_OFF_S, BACK_OFF_S[-1], BACK_OFF_S[-1]), strict=True):
        assert planned_s * (1 - JITTER) <= wait_s <= planned_s * (1 + JITTER)
    assert asked.failures == [("w2.example/w", "unreachable")] * len(waits)
    assert asked.proofs.witnessed() == 5
    asked.parties.wrong.clear()
    put(asked.proofs, LOG, 7)
    await asked.round()
    assert asked.signatures(7) == sorted(PARTIES)
    assert asked.rounds.failing == 0


async def test_who_is_slow_keeps_no_other_waiting(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROUND_S", 0.05)
    answers = asyncio.Event()
    usual = asked.parties.handle_async_request

    async def slow(request: httpx.Request) -> httpx.Response:
        if request.url.host == "w2.example":
            await answers.wait()
        return await usual(request)

    monkeypatch.setattr(asked.parties, "handle_async_request", slow)

    async def round_without_them() -> None:
        await asked.round()
        async with asyncio.timeout(60):
            while len(asked.rounds._at_work) > 1:
                await asyncio.sleep(0.001)

    put(asked.proofs, LOG, 5)
    await round_without_them()
    put(asked.proofs, LOG, 6)
    await round_without_them()
    assert asked.signatures(6) == sorted((REGION, RANDERS))
    assert asked.proofs.witnessed() == 6
    answers.set()
    await asyncio.gather(*asked.rounds._at_work)
    await asked.round()
    await asyncio.gather(*asked.rounds._at_work)
    assert (asked.signatures(5), asked.signatures(6)) == (sorted(PARTIES), sorted(PARTIES))


async def test_a_quiet_log_is_seen_once_a_day_too(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    await asked.round()
    asked.now += 86_400
    await asked.round()
    assert len(asked.parties.asked) == 3
    asked.proofs.beat(5, int(asked.now))
    asked.now += 1
    await asked.round()
    assert [said for _, said in asked.parties.asked[3:]] == ["old 5"] * 3
    await asked.round()
    assert len(asked.parties.asked) == 6


async def test_a_head_that_was_looked_at_by_a_clock_that_ran_ahead_is_shown_once_and_not_all_day(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    await asked.round()
    asked.proofs.beat(5, int(asked.now) + 86_400)
    for _ in range(3):
        await asked.round(after_s=1)
    assert [said for _, said in asked.parties.asked[3:]] == ["old 5"] * 3


async def test_a_process_that_slept_while_another_asked_does_not_take_its_own_log_for_an_old_copy(
    tmp_path: Path, asked: Asked
) -> None:
    put(asked.proofs, LOG, 5)
    slept_over = asked.proofs.newest()
    assert slept_over is not None
    put(asked.proofs, LOG, 9)
    await Asked(tmp_path, asked.parties).round()
    assert (await asked.of(REGION).ask(slept_over, asked.now)).name == "restless"
    await asked.round(after_s=60)
    assert (asked.of(REGION).outcome, asked.rounds.alarming) == ("signed", 0)


Answer = Callable[[httpx.Request], httpx.Response]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (lambda _: httpx.Response(404), "log-unknown"),
        (lambda _: httpx.Response(403), "not-trusted"),
        (lambda _: httpx.Response(400), "malformed"),
        (lambda _: httpx.Response(500), "refused"),
        (lambda _: httpx.Response(302, headers={"Location": "https://w0.example/elsewhere"}), "refused"),
        (lambda _: httpx.Response(409, text="x\n"), "malformed"),
        (lambda _: httpx.Response(409, text="0\n"), "malformed"),
        (lambda _: httpx.Response(409, text="-1\n"), "malformed"),
        (lambda _: httpx.Response(200), "false"),
        (lambda _: httpx.Response(200, text="— w0.example/w AAAA\n"), "false"),
        (lambda _: httpx.Response(200, content=b"\xff" * 10), "false"),
        (lambda _: httpx.Response(200, content=b"a" * (ANSWER_BYTES_MAX * 2)), "false"),
    ],
)
async def test_what_is_no_signature_is_kept_as_what_it_was(asked: Asked, answer: Answer, outcome: str) -> None:
    put(asked.proofs, LOG, 5)
    asked.parties.wrong[REGION] = answer
    await asked.round()
    assert asked.failures == [("w0.example/w", outcome)]
    assert asked.signatures(5) == sorted((RANDERS, PLO))
    assert (asked.rounds.failing, asked.rounds.alarming) == (1, 0)


async def test_a_signature_of_another_key_or_under_another_head_is_none(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    key = asked.parties.folders[REGION].cosigner()
    stranger = Cosigner(key.name, b"x" * 32)
    for line in (stranger.cosign(LOG.text(5), TIME).line, key.cosign(LOG.text(4), TIME).line):
        asked.parties.wrong[REGION] = lambda _, line=line: httpx.Response(200, text=f"{line}\n")  # type: ignore[misc]
        await asked.round(after_s=60)
        assert asked.rounds.outcomes["false"] > 0
    assert asked.signatures(5) == sorted((RANDERS, PLO))


async def test_lines_of_others_beside_its_own_are_no_matter(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    key = asked.parties.folders[REGION].cosigner()
    lines = (Cosigner("x.example/y", b"x" * 32).cosign(LOG.text(5), TIME).line, key.cosign(LOG.text(5), TIME).line)
    asked.parties.wrong[REGION] = lambda _: httpx.Response(200, text="".join(f"{each}\n" for each in lines))
    await asked.round()
    assert asked.signatures(5) == sorted(PARTIES)


async def test_a_witness_that_says_each_time_that_it_stands_elsewhere_is_left(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    stands = iter("1234" * 10)
    asked.parties.wrong[REGION] = lambda _: httpx.Response(409, text=f"{next(stands)}\n")
    await asked.round()
    assert asked.failures == [("w0.example/w", "restless")]


async def test_a_log_that_was_put_back_is_told_so_by_its_witnesses(
    tmp_path: Path, asked: Asked, capsys: pytest.CaptureFixture[str]
) -> None:
    put(asked.proofs, LOG, 100)
    await asked.round()
    (tmp_path / "put-back").mkdir()
    back = Asked(tmp_path / "put-back", asked.parties)
    put(back.proofs, LOG, 60)
    await back.round()
    assert {outcome for _, outcome in back.failures} == {"ahead"}
    assert (back.rounds.alarming, back.proofs.witnessed()) == (3, 0)
    # It went on otherwise, beyond where it was.
    forked = Numbers(140, forked=60)
    put(back.proofs, forked, 140)
    await back.round(after_s=60)
    assert [outcome for _, outcome in back.failures[3:]] == ["contradicts"] * 3
    assert (back.rounds.alarming, back.proofs.witnessed()) == (3, 0)
    assert [asked.parties.signed(party) for party in PARTIES] == [100] * 3
    assert "witnesses.another-log" in capsys.readouterr().out


async def test_it_goes_on_when_its_store_was_away(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_S", 0.01)
    put(asked.proofs, LOG, 5)
    usual, away = asked.proofs.newest, [True, True]

    def newest() -> object:
        if away:
            away.pop()
            raise OSError("away")
        return usual()

    monkeypatch.setattr(asked.proofs, "newest", newest)
    running = asyncio.create_task(asked.rounds.run())
    async with asyncio.timeout(60):
        while asked.proofs.witnessed() < 5:
            await asyncio.sleep(0.01)
    assert away == []
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_logs_that_were_put_back_anywhere_are_witnessed_by_nobody(tmp_path: Path) -> None:
    """From the service's side: whatever it holds, the parties' memory stands; and the true log goes on."""
    refused = honest = 0
    for number in range(PUT_BACK):
        folder = tmp_path / str(number)
        folder.mkdir()
        parties = Parties(folder, LOG, PARTIES[:2])
        true = Asked(folder, parties)
        size = 10 + number
        put(true.proofs, LOG, size)
        await true.round()
        (folder / "back").mkdir()
        back = Asked(folder / "back", parties)
        forked = Numbers(200, forked=size - 1 - number % 7)
        for grown in (size, size + 1 + number):
            put(back.proofs, forked, grown)
            await back.round(after_s=600)
        refused += back.proofs.witnessed() == 0 and back.rounds.alarming == 2
        put(true.proofs, LOG, size + 20)
        await true.round(after_s=600)
        honest += true.proofs.witnessed() == size + 20
        for each in (true, back):
            each.proofs.close()
    assert (refused, honest) == (PUT_BACK, PUT_BACK)


@pytest.mark.parametrize("off_s", [-TIME, -301, 301, 10**10], ids=["1970", "slow", "fast", "from the end of time"])
async def test_the_word_of_a_witness_whose_clock_is_wrong_is_not_kept(asked: Asked, off_s: int) -> None:
    """Under the head it would have all who verify think that events were recorded after they were witnessed."""
    put(asked.proofs, LOG, 5)
    cosigner = asked.parties.folders[PLO].cosigner()
    line = cosigner.cosign(LOG.text(5), TIME + off_s).line
    asked.parties.wrong[PLO] = lambda _: httpx.Response(200, text=f"{line}\n")
    await asked.round()
    assert asked.failures == [("w2.example/w", "clock")]
    assert asked.signatures(5) == sorted((REGION, RANDERS))
    asked.parties.wrong.clear()
    await asked.round(after_s=10)
    assert asked.signatures(5) == sorted(PARTIES)


async def test_a_witness_that_said_once_that_it_stands_ahead_is_asked_again(asked: Asked) -> None:
    put(asked.proofs, LOG, 5)
    asked.parties.wrong[PLO] = lambda _: httpx.Response(409, text="99\n")
    await asked.round()
    assert asked.failures == [("w2.example/w", "ahead")]
    asked.parties.wrong.clear()
    await asked.round(after_s=10)
    assert asked.signatures(5) == sorted(PARTIES)
    assert asked.rounds.alarming == 0


async def test_another_head_of_a_size_that_was_signed_contradicts(tmp_path: Path, asked: Asked) -> None:
    put(asked.proofs, LOG, 20)
    await asked.round()
    (tmp_path / "back").mkdir()
    back = Asked(tmp_path / "back", asked.parties)
    put(back.proofs, Numbers(20, forked=12), 20)
    await back.round()
    assert sorted(back.failures) == [(f"w{at}.example/w", "contradicts") for at in range(3)]
    assert back.rounds.alarming == 3
