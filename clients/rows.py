"""The rows of every view, as the service shows them. Made by `python -m klynge.client_types`; nobody edits it."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class MeetingStreamRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="stream"):
    version: int
    position: int


class MeetingRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="meeting"):
    phase: str
    body: Named
    position: int
    form: str | None = None
    place: str | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    led_by: Named | None = None
    floor: str | None = None
    opened_at: str | None = None
    adjourned_at: str | None = None
    paused: bool = False
    resumes_at: str | None = None
    moved: bool = False
    because: str | None = None
    summoned: tuple[str, ...] = ()
    link: str | None = None


class Named(Struct, frozen=True, kw_only=True):
    id: str
    name: str


class MeetingAgendaRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="agenda"):
    position: int
    revision: int = 0
    sent_at: str | None = None
    late: bool = False
    unsent: bool | None = True
    adopted_at: str | None = None
    text: str | None = None


class MeetingItemRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="item"):
    number: str
    position: int
    title: str | None = None
    summary: str | None = None
    case: str | None = None
    presenters: tuple[Named, ...] = ()
    from_at: str | None = None
    to_at: str | None = None
    state: str = "planned"
    taken_up_at: str | None = None
    settled_at: str | None = None
    shut: bool = False
    hidden: bool = False
    order: int = 0
    late: bool = False
    any_other_business: bool = False


class MeetingNoteRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="note"):
    item: str
    sort: str
    at: str
    position: int
    text: str | None = None
    referral: Named | None = None
    expected: MeetingSaidDate | None = None


class MeetingSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class MeetingBasisRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="basis"):
    item: str
    position: int
    by: str | None = None
    decision: MeetingPlace | None = None
    who: str | None = None
    on: MeetingSaidDate | None = None
    words: str | None = None
    document: Named | None = None


class MeetingPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class MeetingRecommendationRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="recommendation"):
    item: str
    number: str
    asks: str
    to_body: Named
    position: int
    text: str | None = None
    only_if: str | None = None
    answered_by: str | None = None
    standing: str = "open"
    then: tuple[str, ...] = ()


class MeetingDecisionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="decision"):
    item: str
    number: str
    outcome: str
    standing: str
    position: int
    recorded_position: int
    decided_at: str
    text: str | None = None
    answers: tuple[str, ...] = ()
    waits_for: tuple[Named, ...] = ()
    outcome_says: MeetingOutcomeSays | None = None
    supersedes: tuple[MeetingPlace, ...] = ()
    superseded_by: MeetingPlace | None = None
    corrected: bool = False
    hidden: bool = False


class MeetingOutcomeSays(Struct, frozen=True, kw_only=True):
    to: Named | None = None
    direction: str | None = None
    parties: tuple[Named, ...] = ()
    filled: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    words: str | None = None
    earliest: str | None = None
    latest: str | None = None
    step: str | None = None
    body: Named | None = None


class MeetingRemarkRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="remark"):
    item: str
    decision: str
    position: int
    order: int
    text: str | None = None


class MeetingDissentRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="dissent"):
    item: str
    decision: str
    position: int
    seat: str
    text: str | None = None


class MeetingCorrectionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="correction"):
    item: str
    decision: str
    position: int
    at: str
    by: Named
    before: str | None = None
    reason: str | None = None


class MeetingQuestionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="question"):
    item: str
    position: int
    text: str | None = None
    conclusion: str | None = None
    conclusion_text: str | None = None
    raised_by: Named | None = None
    order: int = 0


class MeetingPointRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="point"):
    item: str
    position: int
    at: str
    sort: str
    text: str | None = None
    stance: str | None = None
    who: Named | None = None
    who_group: str | None = None
    who_seat: str | None = None
    to: Named | None = None
    to_group: str | None = None
    to_seat: str | None = None
    question: str | None = None
    recommendation: str | None = None
    about: tuple[Named, ...] = ()


class MeetingAttachmentRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="attachment"):
    item: str
    position: int
    name: str | None = None
    document: Named | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    shut: bool = False


class MeetingSeatRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="seat"):
    seat: str
    person: Named
    position: int
    in_for: tuple[Named, ...] = ()
    taken_at: str | None = None


class MeetingLeftRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="left"):
    seat: str
    person: Named
    position: int
    left_at: str
    in_for: tuple[Named, ...] = ()
    taken_at: str | None = None


class MeetingApologyRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="apology"):
    seat: str
    person: Named
    position: int
    sends: Named | None = None


class MeetingGuestRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="guest"):
    person: Named
    position: int
    item: str | None = None
    of_body: Named | None = None
    attended_at: str | None = None


class MeetingSaidShown(Struct, frozen=True, kw_only=True, tag_field="type", tag="said"):
    n: int
    at: str
    kind: str
    position: int
    da: str
    en: str
    item: str | None = None


class MinutesStreamRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="stream"):
    meeting: str
    version: int
    position: int


class MinutesRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="minutes"):
    meeting: Named
    state: str
    revision: int
    answer_by: str | None = None
    published: int | None = None
    published_at: str | None = None
    reason: str | None = None


class MinutesTextRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="text"):
    meeting: Named
    item: str
    revision: int
    position: int
    version: int
    text: str | None = None


class MinutesCommentRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="comment"):
    meeting: Named
    item: str
    comment: str
    revision: int
    by: Named
    at: str
    position: int
    seat: str | None = None
    text: str | None = None
    answer: str | None = None
    answered: bool = False


class MinutesApprovalRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="approval"):
    revision: int
    seat: str
    person: Named
    at: str
    position: int


class MinutesNoteRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="note"):
    meeting: Named
    item: str
    at: str
    position: int
    text: str | None = None
    when: MinutesSaidDate | None = None


class MinutesSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class FundStreamRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="stream"):
    version: int
    position: int


class FundRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="fund"):
    position: int
    name: str | None = None
    terms: str | None = None
    state: str = "active"
    granted_oere: int = 0
    free_oere: int = 0
    conditional_oere: int = 0
    allocated_oere: int = 0
    paid_oere: int = 0
    all_accounts_oere: int = 0
    threshold_oere: int | None = None
    opening: bool = False
    successor: Named | None = None


class FundAccountRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="account"):
    account: str
    sort: str
    balance_oere: int
    position: int
    part: str | None = None
    party: Named | None = None


class FundPostingRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="posting"):
    what: str
    legs: tuple[FundLegRow, ...]
    at: str
    position: int
    version: int
    free_oere: int
    granted_oere: int
    conditional_oere: int
    allocated_oere: int
    paid_oere: int
    amount_oere: int | None = None
    booked_on: str | None = None
    year: int | None = None
    free_of_year_oere: int | None = None
    decisions: tuple[FundPlace, ...] = ()
    text: str | None = None
    earmark: str | None = None
    allocation: str | None = None
    party: Named | None = None
    voucher: str | None = None
    document: Named | None = None
    cited: str | None = None
    opening: bool = False
    gaps: tuple[str, ...] = ()
    key: Named | None = None
    key_version: int | None = None
    reverses: int | None = None
    reversed_by: int | None = None
    closed: bool = False


class FundLegRow(Struct, frozen=True, kw_only=True):
    account: str
    amount_oere: int


class FundPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class FundEarmarkRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="earmark"):
    earmark: str
    state: str
    position: int
    version: int | None = None
    quoted_oere: int | None = None
    precision: str | None = None
    amount_oere: int | None = None
    document: Named | None = None
    words: str | None = None
    purpose: str | None = None
    waits_for: tuple[Named, ...] = ()
    waits_for_second_person: bool = False
    application: Named | None = None
    proposal: Named | None = None
    to_party: Named | None = None
    year: int | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    allocation: str | None = None
    why: str | None = None
    decisions: tuple[FundPlace, ...] = ()
    closed: bool = False


class FundAllocationRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="allocation"):
    allocation: str
    state: str
    amount_oere: int
    paid_oere: int
    left_oere: int
    position: int
    version: int
    year: int | None = None
    earmark: str | None = None
    application: Named | None = None
    to_party: Named | None = None
    purpose: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    one_off: bool = False
    evaluation: str | None = None
    evaluation_earliest: str | None = None
    evaluation_latest: str | None = None
    evaluated_by: Named | None = None
    unspent_oere: int | None = None
    decisions: tuple[FundPlace, ...] = ()
    opening: bool = False
    gaps: tuple[str, ...] = ()
    taken_from: Named | None = None
    paid_before_oere: int = 0
    closed: bool = False


class FundAllocationStepRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="allocation-step"):
    what: str
    position: int
    version: int
    amount_oere: int | None = None
    application: Named | None = None
    decision: FundPlace | None = None
    condition: Named | None = None
    document: Named | None = None
    party: Named | None = None
    voucher: str | None = None
    on: str | None = None


class FundFramesRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="frames"):
    frames_oere: int
    pool_oere: int
    over_by_oere: int
    position: int
    version: int
    count: int = 0
    decisions: tuple[FundPlace, ...] = ()


class FundFrameRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="frame"):
    theme: str
    frame_oere: int
    order: int
    position: int
    version: int
    words: str | None = None


class FundCriterionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="criterion"):
    criterion: str
    order: int
    position: int
    version: int
    year: int | None = None
    decisions: tuple[FundPlace, ...] = ()


class FundCeilingRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="ceiling"):
    applicants: str
    ceiling_oere: int
    firmness: str
    position: int
    version: int
    words: str | None = None
    decisions: tuple[FundPlace, ...] = ()


class FundYearRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="year"):
    year: int
    state: str
    free_oere: int
    granted_oere: int
    position: int
    no_grant: bool = False
    source: FundPlace | None = None
    source_words: str | None = None
    document: Named | None = None
    closed_at: int | None = None


class FundAssertionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="assertion"):
    account: str
    as_of_on: str
    amount_oere: int
    difference_oere: int
    position: int
    document: Named | None = None


class FundOfficerRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="officer"):
    person: Named
    office: str
    position: int
    from_on: str | None = None
    ceases_on: str | None = None


class FundRegistrationRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="registration"):
    registration: str
    wish: str
    state: str
    registered_by: Named
    position: int
    version: int
    amount_oere: int | None = None
    allocation: str | None = None
    party: Named | None = None
    confirmed_at: int | None = None


class InitiativeStreamRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="stream"):
    version: int
    position: int


class InitiativeStepRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="step"):
    what: str
    at: str
    version: int
    position: int
    decision: InitiativePlace | None = None
    text: str | None = None
    before: str | None = None
    by_body: Named | None = None
    to_body: Named | None = None
    parties: tuple[Named, ...] = ()
    person: Named | None = None
    group: Named | None = None
    meeting: Named | None = None
    plan: Named | None = None
    condition: Named | None = None
    document: Named | None = None
    initiative: Named | None = None
    label: str | None = None
    code: str | None = None
    revision: int | None = None
    order: int | None = None
    met: bool | None = None
    on: str | None = None
    earliest: str | None = None
    latest: str | None = None
    when_words: str | None = None
    quoted_oere: int | None = None
    precision: str | None = None


class InitiativePlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class InitiativePointRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="point"):
    what: str
    order: int
    text: str | None
    version: int
    position: int


class PlanStreamRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="stream"):
    version: int
    position: int


class PlanRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="plan"):
    plan: Named
    version: int
    position: int
    title: str | None = None
    plan_kind: str | None = None
    by_body: Named | None = None
    state: str | None = None
    from_on: str | None = None
    earliest: str | None = None
    latest: str | None = None
    period_words: str | None = None
    orders: int = 0
    decision: PlanPlace | None = None
    closed_by: PlanPlace | None = None
    told_at: tuple[int, ...] = ()
    successor: Named | None = None
    taken_from: Named | None = None
    carried_at: tuple[int, ...] = ()


class PlanPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class PlanThemeRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="theme"):
    theme: str
    number: str
    theme_kind: str
    version: int
    position: int
    title: str | None = None
    decision: PlanPlace | None = None


class PlanFocusRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="focus"):
    theme: str
    focus: str
    version: int
    position: int
    by_body: Named | None = None
    words: str | None = None
    decision: PlanPlace | None = None


class PlanOrderRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="order"):
    number: str
    initiative: Named
    version: int
    position: int
    title: str | None = None
    theme: str | None = None
    supports: tuple[str, ...] = ()
    order: int = 0


class PlanEditionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="edition"):
    document: Named
    version: int
    position: int
    earliest: str | None = None
    latest: str | None = None
    as_of_words: str | None = None


class DecisionsDecisionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="decision"):
    meeting: Named
    body: Named
    item: str
    item_number: str
    number: str
    outcome: str
    standing: str
    position: int
    text: str | None = None
    decided_on: str | None = None
    answers: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    waits_for: tuple[Named, ...] = ()
    outcome_says: DecisionsOutcomeSays | None = None
    superseded_by: DecisionsPlace | None = None
    corrected: bool = False
    dissent_by: tuple[str, ...] = ()
    when_met: tuple[str, ...] = ()
    afterwards: bool = False
    hidden: bool = False


class DecisionsOutcomeSays(Struct, frozen=True, kw_only=True):
    to: Named | None = None
    direction: str | None = None
    parties: tuple[Named, ...] = ()
    filled: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    words: str | None = None
    earliest: str | None = None
    latest: str | None = None
    step: str | None = None
    body: Named | None = None


class DecisionsPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class PeopleBodyRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="body"):
    body: Named
    level: str
    chairs: int
    position: int
    name: str | None = None
    parent: Named | None = None
    secretariat: str | None = None
    membership: str | None = None
    cadence: str | None = None
    meetings_per_year: int | None = None
    from_on: str | None = None
    closed_on: str | None = None
    successor: Named | None = None


class PeopleNameRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="body-name"):
    body: Named
    position: int
    name: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    document: Named | None = None


class PeopleRulesRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="body-rules"):
    body: Named
    from_on: str
    decision_rule: str
    quorum: str
    chairs_sign: int
    ad_hoc_substitutes: bool
    position: int
    at_least: int | None = None
    one_at_a_time: str | None = None
    agenda_days: int | None = None
    decision: PeoplePlace | None = None


class PeoplePlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class PeopleTaskRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="body-task"):
    body: Named
    version: int
    position: int
    task: str | None = None
    decision: PeoplePlace | None = None


class PeopleCarriesRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="body-carries"):
    body: Named
    initiative: Named
    version: int
    position: int
    leader: Named | None = None


class PeopleProjectRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="body-project"):
    body: Named
    initiative: Named
    version: int
    position: int


class PeopleSeatRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="seat"):
    body: Named
    seat: str
    voice: str
    position: int
    version: int
    party: Named | None = None
    role: str | None = None
    by_subject: bool = False
    cluster: Named | None = None
    patients: bool = False
    person: Named | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    chairs_for: str | None = None
    chairs_from_on: str | None = None
    chairs_until: str | None = None
    vacant_because: str | None = None
    holders: tuple[PeopleHolderRow, ...] = ()
    substitutes: tuple[PeopleSubstituteRow, ...] = ()
    closed_on: str | None = None


class PeopleHolderRow(Struct, frozen=True, kw_only=True):
    person: Named
    from_on: str | None = None
    ceases_on: str | None = None
    left: bool = False
    cause: str | None = None
    chairs_for: str | None = None
    chairs_from_on: str | None = None
    chairs_until: str | None = None


class PeopleSubstituteRow(Struct, frozen=True, kw_only=True):
    person: Named
    after: Named | None = None
    from_on: str | None = None
    ceases_on: str | None = None


class PeopleClusterRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="cluster"):
    cluster: Named
    form: str
    region: Named
    position: int
    name: str | None = None
    from_on: str | None = None
    predecessors: tuple[Named, ...] = ()
    ceases_on: str | None = None
    successors: tuple[Named, ...] = ()
    dissolved_on: str | None = None


class PeopleClusterNameRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="cluster-name"):
    cluster: Named
    position: int
    also: bool
    name: str | None = None
    from_on: str | None = None
    document: Named | None = None


class PeopleClusterPartyRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="cluster-party"):
    cluster: Named
    party: Named
    position: int
    from_on: str | None = None
    ceases_on: str | None = None


class PeopleContactRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="contact"):
    party: Named
    person: Named
    position: int
    from_on: str | None = None
    ceases_on: str | None = None


class PeoplePersonRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="person"):
    person: Named
    party: Named
    position: int
    name: str | None = None
    function: str | None = None
    dead: bool = False


class PeopleFunctionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="person-function"):
    person: Named
    party: Named
    position: int
    function: str | None = None
    from_on: str | None = None


class PeoplePartyRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="party"):
    party: Named
    party_kind: str
    position: int
    name: str | None = None
    parent: Named | None = None
    ended_on: str | None = None
    successor: Named | None = None


class PeoplePartyNameRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="party-name"):
    party: Named
    position: int
    name: str | None = None
    from_on: str | None = None


class PeopleOrganRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="party-organ"):
    party: Named
    organ: str
    adopts: bool
    position: int
    name: str | None = None


class MeetingsMeetingRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="meeting"):
    meeting: Named
    body: Named
    phase: str
    position: int
    form: str | None = None
    place: str | None = None
    starts_at: str | None = None
    ends_at: str | None = None
    opened_at: str | None = None
    adjourned_at: str | None = None
    held: MeetingsSaidDate | None = None
    document: Named | None = None
    agenda: int | None = None
    minutes: str | None = None
    minutes_revision: int | None = None


class MeetingsSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class MeetingsItemRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="item"):
    meeting: Named
    item: str
    number: str
    title: str | None = None


class ConditionsConditionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="condition"):
    condition: Named
    state: str
    since: str
    awaits: str
    position: int
    words: str | None = None
    awaited: Named | None = None
    awaited_parties: tuple[Named, ...] = ()
    awaited_words: str | None = None
    awaited_meeting: str | None = None
    awaited_stage: str | None = None
    awaited_day: str | None = None
    blocks: tuple[ConditionsPlace, ...] = ()
    answer_by: str | None = None
    if_late: str | None = None
    late: bool = False
    arises_from: ConditionsPlace | None = None
    document: Named | None = None
    ended: int | None = None
    successor: Named | None = None
    from_stream: Named | None = None


class ConditionsPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class ConditionsEndRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="end"):
    condition: Named
    ended_on: str
    version: int
    position: int
    by: ConditionsPlace | None = None
    words: str | None = None


class ReferralsReferralRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="referral"):
    referral: Named
    state: str
    sent_on: str
    position: int
    direction: str | None = None
    from_body: Named | None = None
    from_party: Named | None = None
    to_body: Named | None = None
    to_party: Named | None = None
    outside: str | None = None
    question: str | None = None
    answer_by: str | None = None
    late: bool = False
    expected: ReferralsSaidDate | None = None
    arises_from: ReferralsPlace | None = None
    in_reply_to: Named | None = None
    document: Named | None = None
    placed: ReferralsPlace | None = None
    placed_at: int | None = None
    ended: str | None = None
    ended_at: int | None = None
    successor: Named | None = None
    from_stream: Named | None = None


class ReferralsSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class ReferralsPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class ReferralsEndRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="end"):
    referral: Named
    state: str
    ended_on: str
    version: int
    position: int
    text: str | None = None
    when: ReferralsSaidDate | None = None
    reserved: bool = False
    decision: ReferralsPlace | None = None
    document: Named | None = None


class ActionsActionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="action"):
    action: Named
    owed_by: str
    report_to: Named
    state: str
    since: str
    position: int
    what: str | None = None
    debtor: Named | None = None
    outside: str | None = None
    answer_by: str | None = None
    expected: ActionsSaidDate | None = None
    recurs: str | None = None
    ceases_on: str | None = None
    decision: ActionsPlace | None = None
    reply: str | None = None
    replied_on: str | None = None
    document: Named | None = None
    cancelled: int | None = None
    handed: int | None = None
    successor: Named | None = None
    from_stream: Named | None = None


class ActionsSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class ActionsPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class ActionsOccurrenceRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="occurrence"):
    action: Named
    occurrence: str
    state: str
    position: int
    answer_by: str | None = None
    reply: str | None = None
    replied_on: str | None = None
    document: Named | None = None


class ActionsEndRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="end"):
    action: Named
    ended_on: str
    version: int
    position: int
    reason: str | None = None
    decision: ActionsPlace | None = None


class MandatesPathRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="path"):
    mandate: Named
    subject: str
    steps: tuple[MandatesStepRow, ...]
    version: int
    position: int
    from_on: str | None = None
    terms: str | None = None


class MandatesStepRow(Struct, frozen=True, kw_only=True):
    step: str
    body: Named
    binding: bool


class MandatesSourceRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="source"):
    mandate: Named
    version: int
    position: int
    decision: MandatesPlace | None = None
    who: str | None = None
    words: str | None = None
    on: MandatesSaidDate | None = None
    document: Named | None = None


class MandatesPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class MandatesSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class MandatesLeftRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="left"):
    mandate: Named
    step: str
    from_body: Named
    to_body: Named
    version: int
    position: int
    from_on: str | None = None
    ceases_on: str | None = None
    terms: str | None = None
    decision: MandatesPlace | None = None


class DocumentsDocumentRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="document"):
    document: Named
    direction: str
    position: int
    subject: str | None = None
    dated: DocumentsSaidDate | None = None
    sha256: str | None = None
    size_bytes: int | None = None
    journal_number: str | None = None
    party: Named | None = None
    outside: str | None = None
    withdrawn: bool = False


class DocumentsSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class DocumentsEndRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="end"):
    document: Named
    version: int
    position: int
    reason: str | None = None


class DocumentsStatementRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="statement"):
    document: Named
    number: str
    locator: str
    claim: DocumentsSaidClaim
    version: int
    position: int
    words: str | None = None
    about: Named | None = None


class DocumentsSaidClaim(Struct, frozen=True, kw_only=True):
    kind: str
    words: str | None = None
    oere: int | None = None
    unit_oere: int | None = None
    count: int | None = None
    earliest: str | None = None
    latest: str | None = None


class DocumentsDoubtRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="doubt"):
    document: Named
    number: str
    doubt: str
    by: Named
    version: int
    position: int
    text: str | None = None
    read_as: DocumentsSaidClaim | None = None
    other: DocumentsPlace | None = None


class DocumentsPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class DocumentsCounterRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="counter"):
    document: Named
    number: str
    doubt: str
    at: DocumentsPlace
    version: int
    position: int
    text: str | None = None


class DocumentsCorrectionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="correction"):
    document: Named
    number: str
    claim: DocumentsSaidClaim
    by: Named
    version: int
    position: int
    reason: str | None = None


class LineageEdgeRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="edge"):
    kind: str
    other: LineagePlace | None
    thing: LineagePlace | None
    made_in: str
    version: int
    position: int


class LineagePlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class ComplianceRequirementRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="requirement"):
    requirement: str
    rule_da: str
    rule_en: str
    yearly: bool
    state: str
    since: str
    position: int


class ComplianceEvidenceRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="evidence"):
    requirement: str
    at: CompliancePlace | None
    met: bool
    position: int
    day: str | None = None
    until: str | None = None
    seat: str | None = None
    person: Named | None = None
    attended: bool = False


class CompliancePlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class ProposalsProposalRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="proposal"):
    proposal: Named
    version: int
    position: int
    at: str
    title: str | None
    from_party: Named | None = None


class ProposalsFateRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="fate"):
    proposal: Named
    fate: str
    version: int
    position: int
    at: str
    decision: ProposalsPlace | None = None
    carried_from: Named | None = None
    carried_version: int | None = None


class ProposalsPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class InitiativesInitiativeRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="initiative"):
    initiative: Named
    version: int
    position: int
    told: InitiativesToldAt | None = None
    number: str | None = None
    title: str | None = None
    initiative_kind: str | None = None
    plan: Named | None = None
    theme: str | None = None
    supports: tuple[str, ...] = ()
    ordered_by: Named | None = None
    by: tuple[Named, ...] = ()
    stage: str | None = None
    phase: str | None = None
    ended_how: str | None = None
    into: Named | None = None
    taken_from: Named | None = None
    told_before: InitiativesToldAt | None = None
    deprioritised: bool = False
    owners: tuple[Named, ...] = ()
    leader: Named | None = None
    group: Named | None = None
    revision: int | None = None
    returned: bool = False
    approved_by: tuple[Named, ...] = ()
    colour: str | None = None
    colour_since: str | None = None
    colour_meeting: Named | None = None
    off_course_with: Named | None = None
    escalated: bool = False
    remedied: bool = False
    lies_with: tuple[InitiativesLiesWith, ...] = ()
    remarks: tuple[str, ...] = ()
    held_by: tuple[Named, ...] = ()
    expected: tuple[InitiativesExpected, ...] = ()


class InitiativesToldAt(Struct, frozen=True, kw_only=True):
    stage: int | None = None
    phase: int | None = None
    deprioritised: int | None = None
    owners: int | None = None
    confirmation: tuple[int, ...] = ()
    colour: tuple[int, ...] = ()
    remarks: tuple[int, ...] = ()
    held_by: tuple[int, ...] = ()
    stage_before: int | None = None


class InitiativesLiesWith(Struct, frozen=True, kw_only=True):
    who: Named
    why: str
    since: str
    position: int
    version: int
    condition: Named | None = None
    remark: str | None = None


class InitiativesExpected(Struct, frozen=True, kw_only=True):
    what: str
    earliest: str
    latest: str
    version: int


class InitiativesColourRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="colour"):
    initiative: Named
    meeting: Named
    colour: str
    reported_at: str
    version: int
    position: int
    day: str | None = None
    reason: str | None = None


class InitiativesRemarkRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="remark"):
    initiative: Named
    remark: str
    text: str | None
    made_on: str
    version: int
    position: int
    by_body: Named | None = None
    decision: InitiativesPlace | None = None
    earliest: str | None = None
    latest: str | None = None
    answered: bool = False
    answer: InitiativesPlace | None = None
    answered_version: int | None = None


class InitiativesPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class FundsFundSummaryRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="fund"):
    fund: Named
    version: int
    position: int
    name: str | None = None
    state: str = "active"
    granted_oere: int = 0
    free_oere: int = 0
    conditional_oere: int = 0
    allocated_oere: int = 0
    paid_oere: int = 0
    frames_oere: int | None = None
    over_by_oere: int | None = None
    waiting: int = 0
    opening: bool = False


class ApplicationsApplicationRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="application"):
    application: Named
    version: int
    position: int
    state: str | None = None
    fund: Named | None = None
    applicant: Named | None = None
    submitted_on: str | None = None
    amount_oere: int | None = None
    quoted_oere: int | None = None
    precision: str | None = None
    words: str | None = None
    purpose: str | None = None
    purpose_class: str | None = None
    theme: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    evaluation: str | None = None
    evaluated: bool = False
    evaluation_earliest: str | None = None
    evaluation_latest: str | None = None
    attested: tuple[str, ...] = ()
    attested_by: Named | None = None
    allocation: str | None = None
    allocated_oere: int | None = None
    taken_from: Named | None = None
    successor: Named | None = None
    fate_version: int | None = None


class ApplicationsFateRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="fate"):
    application: Named
    state: str
    on: str
    version: int
    position: int
    reason: str | None = None
    decision: ApplicationsPlace | None = None


class ApplicationsPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class FrontEndRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="end"):
    cluster: Named
    ceases_on: str
    successors: tuple[Named, ...]
    decided: int
    position: int
    dissolved: bool = False


class FrontBodyRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="body"):
    body: Named
    level: str
    position: int
    name: str | None = None
    from_on: str | None = None
    ceases_on: str | None = None


class FrontMeetingRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="meeting"):
    meeting: Named
    body: Named
    phase: str
    starts_at: str
    position: int
    ends_at: str | None = None
    form: str | None = None
    place: str | None = None
    agenda: int | None = None


class FrontInitiativeRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="initiative"):
    initiative: Named
    version: int
    position: int
    told: FrontToldAt | None = None
    number: str | None = None
    title: str | None = None
    initiative_kind: str | None = None
    plan: Named | None = None
    theme: str | None = None
    supports: tuple[str, ...] = ()
    ordered_by: Named | None = None
    by: tuple[Named, ...] = ()
    stage: str | None = None
    phase: str | None = None
    ended_how: str | None = None
    into: Named | None = None
    taken_from: Named | None = None
    told_before: FrontToldAt | None = None
    deprioritised: bool = False
    owners: tuple[Named, ...] = ()
    leader: Named | None = None
    group: Named | None = None
    revision: int | None = None
    returned: bool = False
    approved_by: tuple[Named, ...] = ()
    colour: str | None = None
    colour_since: str | None = None
    colour_meeting: Named | None = None
    off_course_with: Named | None = None
    escalated: bool = False
    remedied: bool = False
    lies_with: tuple[FrontLiesWith, ...] = ()
    remarks: tuple[str, ...] = ()
    held_by: tuple[Named, ...] = ()
    expected: tuple[FrontExpected, ...] = ()


class FrontToldAt(Struct, frozen=True, kw_only=True):
    stage: int | None = None
    phase: int | None = None
    deprioritised: int | None = None
    owners: int | None = None
    confirmation: tuple[int, ...] = ()
    colour: tuple[int, ...] = ()
    remarks: tuple[int, ...] = ()
    held_by: tuple[int, ...] = ()
    stage_before: int | None = None


class FrontLiesWith(Struct, frozen=True, kw_only=True):
    who: Named
    why: str
    since: str
    position: int
    version: int
    condition: Named | None = None
    remark: str | None = None


class FrontExpected(Struct, frozen=True, kw_only=True):
    what: str
    earliest: str
    latest: str
    version: int


class FrontConditionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="condition"):
    condition: Named
    since: str
    position: int
    words: str | None = None
    awaited: Named | None = None
    answer_by: str | None = None
    late: bool = False
    blocks: tuple[FrontPlace, ...] = ()
    ended: int | None = None


class FrontPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class FrontVacancyRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="vacancy"):
    body: Named
    seat: str
    position: int
    party: Named | None = None
    role: str | None = None
    patients: bool = False
    because: str | None = None
    since: str | None = None


class FrontMoneyRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="money"):
    fund: Named
    position: int
    name: str | None = None
    free_oere: int = 0
    conditional_oere: int = 0
    allocated_oere: int = 0
    opening: bool = False


class EstateEndRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="end"):
    cluster: Named
    ceases_on: str
    successors: tuple[Named, ...]
    decided_on: str
    version: int
    position: int
    basis: str | None = None
    handed: int = 0
    dissolved_on: str | None = None


class EstateThingRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="thing"):
    thing: Named
    kind: str
    state: str
    since: str
    position: int
    owner: Named | None = None
    answer_by: str | None = None
    missing: int | None = None
    successor: Named | None = None
    effective_on: str | None = None
    from_stream: Named | None = None
    ends_at: int | None = None


class AgreementsInForceBondRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="bond"):
    agreement: Named
    party: Named
    history: str
    position: int
    title: str | None = None
    adopted: bool = False
    organ: str | None = None
    adopted_when: AgreementsInForceSaidDate | None = None
    periods: tuple[AgreementsInForcePeriodRow, ...] = ()
    ends_on: str | None = None
    ended_by: str | None = None
    replaced_by: str | None = None
    end_version: int | None = None
    answer: AgreementsInForceAnswerRow | None = None


class AgreementsInForceSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class AgreementsInForcePeriodRow(Struct, frozen=True, kw_only=True):
    how: str
    begins: AgreementsInForceSaidDate | None = None
    ceases_on: str | None = None
    suspended: bool = False
    reason: str | None = None


class AgreementsInForceAnswerRow(Struct, frozen=True, kw_only=True):
    on: str
    binds: str
    why: str
    day: str | None = None
    words: str | None = None


class AgreementsInForceAgreementRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="agreement"):
    agreement: Named
    parties: tuple[Named, ...]
    history: str
    position: int
    title: str | None = None
    scope: str | None = None
    agreed_said: AgreementsInForceSaidDate | None = None
    owner: Named | None = None
    owner_version: int | None = None
    begun_who: str | None = None
    begun_words: str | None = None
    begun_on: AgreementsInForceSaidDate | None = None
    begun_decision: AgreementsInForcePlace | None = None
    document: Named | None = None
    ends_on: str | None = None
    ended_by: str | None = None
    replaced_by: str | None = None
    end_version: int | None = None


class AgreementsInForcePlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class AgreementsInForceStepRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="step"):
    agreement: Named
    step: str
    recorded_on: str
    version: int
    position: int
    text: str | None = None
    by: Named | None = None
    from_on: str | None = None
    ceases_on: str | None = None
    decision: AgreementsInForcePlace | None = None
    who: str | None = None
    document: Named | None = None


class IndicatorsIndicatorRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="indicator"):
    indicator: Named
    unit: str
    position: int
    name: str | None = None
    definition: str | None = None
    from_party: Named | None = None
    target: IndicatorsPercent | IndicatorsNumber | IndicatorsInColour | IndicatorsMinutes | None = None
    target_words: str | None = None
    due: IndicatorsSaidDate | None = None
    latest: str | None = None
    value: IndicatorsPercent | IndicatorsNumber | IndicatorsInColour | IndicatorsMinutes | None = None
    met: bool | None = None
    judgement: str | None = None
    judged_by: Named | None = None
    judged_why: str | None = None
    judged_version: int | None = None
    judged_in: Named | None = None
    judged_decision: IndicatorsPlace | None = None


class IndicatorsPercent(Struct, frozen=True, kw_only=True, tag_field="type", tag="percent"):
    bp: int


class IndicatorsNumber(Struct, frozen=True, kw_only=True, tag_field="type", tag="count"):
    count: int


class IndicatorsInColour(Struct, frozen=True, kw_only=True, tag_field="type", tag="colour"):
    colour: IndicatorsColour


IndicatorsColour = str


class IndicatorsMinutes(Struct, frozen=True, kw_only=True, tag_field="type", tag="time"):
    minutes: int


class IndicatorsSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class IndicatorsPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class IndicatorsValueRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="value"):
    indicator: Named
    period: str
    first: str
    last: str
    position: int
    value: IndicatorsPercent | IndicatorsNumber | IndicatorsInColour | IndicatorsMinutes | None = None
    met: bool | None = None
    trend: str | None = None
    before: str | None = None
    document: Named | None = None
    reported_on: str | None = None
    doubted: bool = False
    doubt: str | None = None
    corrected: bool = False
    correction: str | None = None
    reported: IndicatorsPercent | IndicatorsNumber | IndicatorsInColour | IndicatorsMinutes | None = None


class LearningAuditRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="audit"):
    audit: Named
    state: str
    by_body: Named
    position: int
    subject: str | None = None
    expected: LearningSaidDate | None = None
    held: LearningSaidDate | None = None
    courses: int | None = None
    place: str | None = None
    points: int = 0


class LearningSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class LearningPointRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="point"):
    audit: Named
    recorded_on: str
    position: int
    point: str | None = None
    to_body: Named | None = None


class LearningFollowUpRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="follow-up"):
    audit: Named
    recorded_on: str
    position: int
    text: str | None = None


class ErasuresErasureRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="erasure"):
    erasure: Named
    person: Named
    classes: tuple[ErasuresTextClass, ...]
    state: str
    version: int
    position: int
    at: str
    requested_by: Named | None = None
    reason: str | None = None
    refused_because: str | None = None
    approved_by: Named | None = None
    legal_basis: str | None = None
    authority: str | None = None
    copies: int = 0


ErasuresTextClass = str


class FinancingKeysKeyVersionRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="key-version"):
    key: Named
    key_version: int
    whole: int
    shares: tuple[FinancingKeysShareRow, ...]
    recorded_on: str
    version: int
    position: int
    from_on: str | None = None
    ceases_on: str | None = None
    terms: str | None = None
    decision: FinancingKeysPlace | None = None
    decided: FinancingKeysSaidDate | None = None
    end_version: int | None = None
    end_decision: FinancingKeysPlace | None = None


class FinancingKeysShareRow(Struct, frozen=True, kw_only=True):
    party: Named
    weight: int


class FinancingKeysPlace(Struct, frozen=True, kw_only=True):
    stream: Named
    item: str | None = None
    decision: str | None = None
    part: str | None = None


class FinancingKeysSaidDate(Struct, frozen=True, kw_only=True):
    earliest: str
    latest: str
    words: str | None = None


class FinancingKeysKeySourceRow(Struct, frozen=True, kw_only=True, tag_field="type", tag="key-source"):
    key: Named
    version: int
    position: int
    who: str | None
    words: str | None
    document: Named | None = None


ROWS: dict[str, Any] = {
    "meeting": MeetingStreamRow
    | MeetingRow
    | MeetingAgendaRow
    | MeetingItemRow
    | MeetingNoteRow
    | MeetingBasisRow
    | MeetingRecommendationRow
    | MeetingDecisionRow
    | MeetingRemarkRow
    | MeetingDissentRow
    | MeetingCorrectionRow
    | MeetingQuestionRow
    | MeetingPointRow
    | MeetingAttachmentRow
    | MeetingSeatRow
    | MeetingLeftRow
    | MeetingApologyRow
    | MeetingGuestRow
    | MeetingSaidShown,
    "minutes": MinutesStreamRow | MinutesRow | MinutesTextRow | MinutesCommentRow | MinutesApprovalRow | MinutesNoteRow,
    "fund": FundStreamRow
    | FundRow
    | FundAccountRow
    | FundPostingRow
    | FundEarmarkRow
    | FundAllocationRow
    | FundAllocationStepRow
    | FundFramesRow
    | FundFrameRow
    | FundCriterionRow
    | FundCeilingRow
    | FundYearRow
    | FundAssertionRow
    | FundOfficerRow
    | FundRegistrationRow,
    "initiative": InitiativeStreamRow | InitiativeStepRow | InitiativePointRow,
    "plan": PlanStreamRow | PlanRow | PlanThemeRow | PlanFocusRow | PlanOrderRow | PlanEditionRow,
    "decisions": DecisionsDecisionRow,
    "people": PeopleBodyRow
    | PeopleNameRow
    | PeopleRulesRow
    | PeopleTaskRow
    | PeopleCarriesRow
    | PeopleProjectRow
    | PeopleSeatRow
    | PeopleClusterRow
    | PeopleClusterNameRow
    | PeopleClusterPartyRow
    | PeopleContactRow
    | PeoplePersonRow
    | PeopleFunctionRow
    | PeoplePartyRow
    | PeoplePartyNameRow
    | PeopleOrganRow,
    "meetings": MeetingsMeetingRow | MeetingsItemRow,
    "conditions": ConditionsConditionRow | ConditionsEndRow,
    "referrals": ReferralsReferralRow | ReferralsEndRow,
    "actions": ActionsActionRow | ActionsOccurrenceRow | ActionsEndRow,
    "mandates": MandatesPathRow | MandatesSourceRow | MandatesLeftRow,
    "documents": DocumentsDocumentRow
    | DocumentsEndRow
    | DocumentsStatementRow
    | DocumentsDoubtRow
    | DocumentsCounterRow
    | DocumentsCorrectionRow,
    "lineage": LineageEdgeRow,
    "compliance": ComplianceRequirementRow | ComplianceEvidenceRow,
    "proposals": ProposalsProposalRow | ProposalsFateRow,
    "initiatives": InitiativesInitiativeRow | InitiativesColourRow | InitiativesRemarkRow,
    "funds": FundsFundSummaryRow,
    "applications": ApplicationsApplicationRow | ApplicationsFateRow,
    "front": FrontEndRow
    | FrontBodyRow
    | FrontMeetingRow
    | FrontInitiativeRow
    | FrontConditionRow
    | FrontVacancyRow
    | FrontMoneyRow,
    "estate": EstateEndRow | EstateThingRow,
    "agreements-in-force": AgreementsInForceBondRow | AgreementsInForceAgreementRow | AgreementsInForceStepRow,
    "indicators": IndicatorsIndicatorRow | IndicatorsValueRow,
    "learning": LearningAuditRow | LearningPointRow | LearningFollowUpRow,
    "erasures": ErasuresErasureRow,
    "financing-keys": FinancingKeysKeyVersionRow | FinancingKeysKeySourceRow,
}
"""A kind of stream, or a view over many -> the rows of its topics."""
