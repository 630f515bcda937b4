import { Latest } from "../parts/Latest.tsx";
import { format } from "../words/format.ts";
import { language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { asOf, hashOf } from "../parts/address.ts";
import { meetingOf } from "./agenda.ts";
import { useRoom } from "./in-room.ts";
import type { Room } from "./room.ts";
import type { ItemRow, SaidRow } from "./rows.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /T.*(Z|[+-]\d{2}:\d{2})$/i;

/** The one line of news: the state of the page when that matters more, else the latest sentence of the record. */
export function News() {
  const room = useRoom();
  const state = stateSentence(room);
  if (state !== null) return <Latest action={<StateAction />}>{state}</Latest>;
  const [lost] = room.lostItems.value;
  if (lost !== undefined) return <Latest>{words.lostAccess(lost)}</Latest>;
  const missed = room.spoken.missed.value;
  if (missed !== null) return <Latest>{words.back(missed)}</Latest>;
  return <LatestSentence />;
}

function stateSentence(room: Room): string | null {
  const standing = room.connection.standing.value;
  switch (standing.state) {
    case "loading":
      return words.loadingMeeting;
    case "catching-up":
      return standing.away ? words.catchingUp : null;
    case "lost":
      return standing.restarting ? words.restarting : words.lost(standing.at);
    case "offline":
      return words.offline(standing.at);
    case "signed-out":
      return words.signedOut;
    case "ended":
      return words.ended;
    case "history":
      return words.historyAt(moment(room));
    default:
      return null;
  }
}

function StateAction() {
  const { state } = useRoom().connection.standing.value;
  const here = location.pathname + location.search + location.hash;
  if (state === "signed-out") {
    const query = new URLSearchParams({ next: here, aarsag: "udloebet" });
    return <a href={`/log-ind?${query.toString()}`}>{words.signIn}</a>;
  }
  return state === "history" ? <a href={asOf(null, location)}>{words.toNow}</a> : null;
}

function LatestSentence() {
  const room = useRoom();
  const latest = room.spoken.latest.value;
  if (latest === null) return <Latest>{words.nothingYet}</Latest>;
  const item = latest.item === null ? null : room.meeting.row<ItemRow>(`item/${latest.item}`).value;
  return (
    <Latest action={item !== null && <Show item={item} latest={latest} />}>
      <strong>{latestWord(room, latest.at)}</strong>{" "}
      {latest[language]}
    </Latest>
  );
}

/** To the thing itself, also where it stands far down in an item that is shown already. */
function Show({ item, latest }: { item: ItemRow; latest: SaidRow }) {
  const room = useRoom();
  const address = hashOf(item.number);
  const show = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const key = `item/${latest.item}`;
    if (key !== room.floor.peek() && location.hash !== address) history.pushState(null, "", address);
    room.goTo(key, latest.position);
  };
  return (
    <a href={address} onClick={show}>
      {words.show}
    </a>
  );
}

/** Of a meeting that was entered afterwards, the time of a sentence is when somebody typed it in: that says nothing of the meeting. */
function latestWord(room: Room, at: string): string {
  if (meetingOf(room.meeting).value?.phase === "reported") return words.latestEntered;
  return sameDay(room, at) ? words.latest(at) : words.latestOn(at);
}

/** What follows from a decision may be told days later; a time alone would then be read as the evening's. */
function sameDay(room: Room, at: string): boolean {
  const starts = meetingOf(room.meeting).value?.starts_at ?? null;
  return starts !== null && format.day(starts) === format.day(at);
}

/** The address names a position, a time or a day. Of a position, or a time without its zone, only the position is certain. */
function moment(room: Room): string {
  const at = room.address.at ?? "";
  const position = room.meeting.position.value;
  if (MOMENT.test(at)) return `${words.historyMoment(at)} (${words.event(position)})`;
  return DAY.test(at) ? `${format.day(at)} (${words.event(position)})` : words.historyPosition(position);
}
