"""The views beside the documents, figure by figure: what a reader of the papers would look up first."""

import pytest

from tests.outside import Outside
from tests.stories.coverage import topics_of
from tests.stories.seen import Sees, Topics, sees

POOL, SHARES = "aarhus/fund/klyngemidler", "syd/fund/projektmidler"
IV = "midtjylland/agreement/iv-behandling"

FIGURES: dict[str, tuple[Sees, ...]] = {
    "4.757.271 kr. and 4.757.271 kr. are 9.514.542 kr.": (
        sees(POOL, times=2, type="posting", what="grant-received", amount_oere=475_727_100),
        sees(POOL, type="posting", what="carried-over", amount_oere=475_727_100, free_oere=951_454_200),
    ),
    "frames of 10.500.000 kr. are over by 985.458 kr.": (
        sees(POOL, type="frames", frames_oere=1_050_000_000, pool_oere=951_454_200, over_by_oere=98_545_800),
    ),
    "500.000 kr. to Samsø": (
        sees(POOL, type="allocation", to_party__name="Samsø Kommune", amount_oere=50_000_000, opening=True),
        sees(POOL, type="fund", free_oere=901_454_200, allocated_oere=50_000_000, all_accounts_oere=0),
    ),
    "60, 10, 15 and 15 of an amount, to the øre": tuple(
        sees(SHARES, type="account", party__name=party, balance_oere=-oere)
        for party, oere in (
            ("Region Nordjylland", 74_074_074),
            ("Rebild Kommune", 12_345_679),
            ("Vesthimmerlands Kommune", 18_518_518),
            ("Mariagerfjord Kommune", 18_518_518),
        )
    ),
    "153 began, 86 are active, 67 ended": tuple(
        sees("midt/documents", type="statement", claim__kind="count", claim__count=count) for count in (153, 86, 67)
    ),
    "the IV agreement holds from a day of its own for each municipality": tuple(
        sees(
            "randers/agreements-in-force",
            type="bond",
            agreement__id=IV,
            party__name=f"{name} Kommune",
            periods__0__begins__earliest=day,
            periods__0__begins__latest=day,
        )
        for name, day in (
            ("Syddjurs", "2020-06-01"),
            ("Favrskov", "2020-06-01"),
            ("Norddjurs", "2020-07-01"),
            ("Randers", "2020-09-01"),
        )
    ),
}


@pytest.fixture(scope="module")
def topics(everything: Outside) -> Topics:
    return topics_of(everything)


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_of_the_papers_is_what_a_view_shows(figure: str, topics: Topics) -> None:
    for each in FIGURES[figure]:
        each.check(topics)


def test_the_shares_are_the_whole_to_the_oere(topics: Topics) -> None:
    paid = [row["balance_oere"] for row in topics(SHARES) if row["type"] == "account"]
    assert sum(paid) == 0
    assert min(paid) == -74_074_074
    assert max(paid) == 123_456_789
