/** Where something stands, as a link that leads there. */

import type { ComponentChildren } from "preact";
import type { Named } from "../../clients/ts/messages.ts";
import { clusterOf } from "../live/session.ts";
import { hashOf, pageOf } from "../parts/address.ts";
import { RecordText } from "../parts/RecordText.tsx";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { listOf } from "../lists/address.ts";
import { usePage } from "./page.ts";
import type { ItemRow, Place } from "./rows.ts";

/** A stream by its name; a link where a page shows it. */
export function NamedLink({ named }: { named: Named }) {
  const href = listOf(named.id);
  const name = <RecordText text={named.name} />;
  if (href !== null) return <a href={inLanguage(href, language)}>{name}</a>;
  const kind = lists.kinds[named.id.split("/")[1] ?? ""];
  return kind === undefined ? name : <>{kind} {name}</>;
}

/**
 * Where a thing goes on, or comes from, in another cluster: by the name of that cluster, for what the thing is called there is
 * for its own readers. A link for whoever may follow it.
 */
export function ThereLink({ named, cluster }: { named: Named; cluster: string }) {
  const { address, session } = usePage();
  const scope = named.id.split("/")[0] ?? "";
  if (scope === address.scope) return <NamedLink named={named} />;
  const own = clusterOf(session.value, scope);
  const name = <RecordText text={own ?? cluster} />;
  const href = listOf(named.id);
  const mayFollow = own !== null || (session.value?.offices.length ?? 0) > 0;
  return href !== null && mayFollow ? <a href={inLanguage(href, language)}>{name}</a> : name;
}

export function PlaceLink({ place }: { place: Place }) {
  const { stream, item, decision, part } = place;
  if (decision !== null) {
    const [scope, , meeting] = stream.id.split("/");
    const register = `/${scope}/beslutninger#${meeting}/${encodeURIComponent(decision)}`;
    return <Linked to={register} what={lists.decision(decision)} where={stream.name} />;
  }
  if (item !== null) return <ItemLink place={place} item={item} />;
  if (part !== null) {
    const [scope, kind, name] = stream.id.split("/");
    if (kind !== "document") {
      const earmark = `/${scope}/pulje/${name}#earmark/${encodeURIComponent(part)}`;
      return <Linked to={earmark} what={lists.earmark(part)} where={stream.name} />;
    }
    const statement = `/${scope}/dokumenter#${name}/statement/${encodeURIComponent(part)}`;
    return <Linked to={statement} what={lists.statement(part)} where={stream.name} />;
  }
  return <NamedLink named={stream} />;
}

/** An item by its number and title, where the reader may know them. */
function ItemLink({ place, item }: { place: Place; item: string }) {
  const { meetings } = usePage();
  const row = meetings.row<ItemRow>(`${place.stream.id.split("/")[2]}/item/${item}`).value;
  const what = row === null ? lists.anItem : lists.item(row.number, row.title ?? lists.closedItem);
  return <Linked to={`${pageOf(place.stream.id)}${hashOf(item)}`} what={what} where={place.stream.name} />;
}

function Linked({ to, what, where }: { to: string; what: string; where: string }) {
  return (
    <a href={inLanguage(to, language)}>
      <RecordText text={lists.at(what, where)} />
    </a>
  );
}

/** Several things under each other; one stands alone. */
export function Several({ children }: { children: readonly ComponentChildren[] }) {
  if (children.length === 0) return <>{lists.none}</>;
  if (children.length === 1) return <>{children[0]}</>;
  return (
    <ul class="several">
      {children.map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  );
}

/** Places under each other. */
export function Places({ places }: { places: readonly Place[] }) {
  return (
    <Several>
      {places.map((place, n) => (
        <PlaceLink key={n} place={place} />
      ))}
    </Several>
  );
}

/** Streams by their names, under each other. */
export function Names({ names }: { names: readonly Named[] }) {
  return (
    <Several>
      {names.map((named) => (
        <NamedLink key={named.id} named={named} />
      ))}
    </Several>
  );
}

/** A line of its own, quieter. */
export function Line({ children }: { children: ComponentChildren }) {
  return <span class="quiet line">{children}</span>;
}
