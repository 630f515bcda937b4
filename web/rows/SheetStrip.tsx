import { asOf } from "../parts/address.ts";
import { Strip } from "../parts/Strip.tsx";
import { format } from "../words/format.ts";
import { lists } from "../words/lists/words.ts";
import { words } from "../words/words.ts";
import { usePage } from "./page.ts";
import type { RowPage } from "./page.ts";

const MOMENT = /T.*(Z|[+-]\d{2}:\d{2})$/i;

/** How fresh the list is, in one line whose room is reserved. */
export function SheetStrip() {
  const page = usePage();
  const { state } = page.connection.standing.value;
  return (
    <Strip state={state}>
      {sentence(page)} {state === "history" && <a href={asOf(null, location)}>{words.toNow}</a>}
      {state === "signed-out" && <a href={signInAddress()}>{words.signIn}</a>}
    </Strip>
  );
}

function sentence(page: RowPage): string {
  const standing = page.connection.standing.value;
  switch (standing.state) {
    case "loading":
      return lists.loading;
    case "lost":
      return standing.restarting ? words.restarting : words.lost(standing.at);
    case "offline":
      return words.offline(standing.at);
    case "signed-out":
      return words.signedOut;
    case "ended":
      return words.ended;
    case "history":
      return words.historyAt(moment(page));
    default:
      return leftHere(page) ? lists.asItStood : lists.asOfNow;
  }
}

/** Whether the reader sits here no longer: what they see changes no more. */
function leftHere({ session, address }: RowPage): boolean {
  return session.value?.left?.some(({ scope }) => scope === address.scope) ?? false;
}

function moment(page: RowPage): string {
  const at = page.address.at ?? "";
  // What somebody is shown who sits here no longer ends with their last day, whatever day they ask for.
  if (leftHere(page)) return words.historyPosition(page.own.position.value);
  if (MOMENT.test(at)) return words.historyMoment(at);
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return format.day(at);
  return words.historyPosition(page.own.position.value);
}

function signInAddress(): string {
  const next = location.pathname + location.search + location.hash;
  return `/log-ind?${new URLSearchParams({ next, aarsag: "udloebet" }).toString()}`;
}
