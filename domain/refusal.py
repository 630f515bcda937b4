"""Refusals: a rule says no, with a code that stays and a reason that can be told again."""

from collections.abc import Mapping


class Refused(Exception):
    """A rule says no. `code` is `kind.reason`; `params` hold ids, labels and numbers, never text.

    The Danish and English reasons stand in the `REFUSALS` of the kind's file, so a refusal can be told again from a receipt.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


Reasons = Mapping[str, tuple[str, str]]
"""Refusal code -> Danish and English reason; `{param}` may stand in them."""

REFUSALS: Reasons = {
    "id.unknown": ("{id} findes ikke i protokollen.", "{id} is not in the record."),
    "scope.handed-on": ("Sagen ligger nu hos {successor}.", "The matter lies with {successor} now."),
    "scope.ceased": ("{cluster} ophører pr. {ceases_on}; derefter ligger sagen hos {successor}.",
                     "{cluster} ceases from {ceases_on}; after that the matter lies with {successor}."),
    "scope.name-taken": ("Efterfølgeren har allerede {id}; tingen kan ikke overtages under det navn.",
                         "The successor already has {id}; the thing cannot be taken over under that name."),
    "scope.not-handed": ("{id} er ikke overdraget hertil.", "{id} is not handed over to this."),
    "scope.other": ("{id} hører ikke til {scope}.", "{id} does not belong to {scope}."),
    "day.future": ("{day} ligger efter i dag; en beslutning kan ikke være truffet endnu.",
                   "{day} is after today; it cannot have been decided yet."),
    "day.unknown": ("{day} findes ikke i kalenderen.", "{day} is not a day in the calendar."),
    "day.span-reversed": ("Tidsrummet slutter {latest}, før det begynder {earliest}.",
                          "The span ends on {latest}, before it begins on {earliest}."),
    "text.cpr": ("Teksten ligner et CPR-nummer. Personnumre må ikke skrives her.",
                 "The text looks like a Danish personal number, which may not be written here."),
    "decision.unknown": ("Beslutningen {decision} findes ikke.", "Decision {decision} does not exist."),
    "decision.waiting": ("Beslutningen {decision} afventer stadig {condition}.", "Decision {decision} still awaits {condition}."),
    "decision.fallen": ("Beslutningen {decision} er bortfaldet.", "Decision {decision} has fallen."),
    "decision.superseded": ("Beslutningen {decision} er afløst af en nyere. Henvis til den i stedet.",
                            "Decision {decision} is superseded by a later one. Refer to that instead."),
    "decision.not-affirmative": ("»{outcome}« giver ikke hjemmel til dette.", "“{outcome_en}” gives no authority for this."),
    "decision.other-body": ("Beslutningen {decision} er truffet af {body}.", "Decision {decision} was taken by {body}."),
    "decision.undated": ("Der står ikke, hvornår beslutningen {decision} er truffet, så den giver ikke hjemmel til noget.",
                         "No paper says when decision {decision} was taken, so it gives no authority."),
    "reactions.too-many": ("Kommandoen fører mere end {count} andre med sig.", "The command leads to more than {count} others."),
}  # fmt: skip
"""Those any command can meet."""
