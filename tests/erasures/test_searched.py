"""Erased is not found: no index that holds what somebody was found by is left when the erasure is complete."""

import asyncio

from domain.names import scope_of
from eventstore.indexer import Indexer
from eventstore.search_index import SearchIndex
from klynge.core import Core
from klynge.searching import forget_in, open_index
from projections.searched import Searched, word_term
from projections.stems import Stemming
from tests.erasures.conftest import Place
from tests.erasures.people import Somebody, approved, confirmed, registered, served
from tests.erasures.test_nothing_is_left import until_completed


def found(index: SearchIndex, somebody: Somebody) -> set[int]:
    """Where any word that only they are told by stands."""
    making = index.in_use()
    assert making is not None
    stems = Stemming().stems(" ".join(somebody.words[:2]))
    hashes = [index.hash_of(scope_of(somebody.id), word_term(stem)) for stem in stems if len(stem) > 20]
    assert hashes
    return set(index.positions(making, hashes, making.position + 1))


async def added(core: Core, index: SearchIndex, place: Place) -> None:
    lease = place.settings.store.open_lease("search")
    indexer = Indexer(core.log, index, lease, Searched())
    while await asyncio.to_thread(indexer.step):
        pass
    lease.close()


async def test_nothing_of_an_erased_person_is_found_and_what_they_were_found_by_is_gone(place: Place) -> None:
    async with served(place.settings) as core:
        index = open_index(core.log, place.settings.store, core.epoch)
        core.eraser.cleared = forget_in(index)
        stays, goes = await registered(core), await registered(core)
        await added(core, index, place)
        assert all(found(index, each) for each in (stays, goes)), "the control: both are found"
        blocks = [index.block_of(at) for at in goes.places]

        await approved(core, goes)
        await confirmed(core, goes)
        await until_completed(core, [goes])

        assert found(index, goes) == set(), "before anything is added again"
        marks = ",".join("?" * len(blocks))
        assert index._kept.run(f"SELECT 1 FROM search_entries WHERE block IN ({marks})", *blocks) == []
        await added(core, index, place)
        assert found(index, goes) == set()
        assert found(index, stays)
        index.close()
