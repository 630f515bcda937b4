import { Alert } from "../parts/Alert.tsx";
import { Line, NamedLink, PlaceLink } from "../rows/place.tsx";
import type { Place } from "../rows/rows.ts";
import { capital, format } from "../words/format.ts";
import { history } from "../words/history/words.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { money } from "../words/money/words.ts";
import { asItWas } from "./as-it-was.ts";
import { kroneOf } from "./answers.ts";
import type { KronePosting, KroneStep, KroneTold } from "./answers.ts";
import { useAsked } from "./asked.ts";
import { useHistory } from "./history-page.ts";
import { treeOf } from "./tree.ts";
import type { Branch } from "./tree.ts";
import { Directions } from "./Way.tsx";

const words = history.krone;

interface Posted extends KronePosting {
  readonly whole: string;
}

/** Where a posting's money came from, or what it became, with the decision behind each step. Amounts are the record's own. */
export function Krone() {
  const { topic, key, back, at } = useHistory().address.asked;
  const { answer, fault, missing } = useAsked<KroneTold>(
    topic === null || key === null ? null : () => kroneOf(topic, key, back, at),
  );
  const told = answer.value;
  const postings = told?.postings.map((each) => ({ ...each, key: `${each.fund}|${each.key}`, whole: each.key })) ?? [];
  const tree = treeOf<Posted, KroneStep>(postings, told?.steps ?? [], back, ({ account }) => account);
  return (
    <section aria-labelledby="krone">
      <h2 id="krone">{words.heading(told?.fund.name ?? "")}</h2>
      <Directions back={back} names={words} />
      {fault.value !== null && <Alert tone="error" heading={fault.value} />}
      {missing.value && <Alert tone="info" heading={lists.notFound} />}
      {told === null && fault.value === null && !missing.value && <p class="quiet">{history.loading}</p>}
      {told !== null && tree !== null && (
        <>
          <p>{words.lead}</p>
          <div class="way-begun">
            <PostingTold posting={tree.thing} told={told} />
          </div>
          {tree.branches.length === 0 ? <p class="empty">{words.none}</p> : <Branches branches={tree.branches} told={told} />}
        </>
      )}
      {told?.whole === false && <p>{history.way.cut}</p>}
    </section>
  );
}

function Branches({ branches, told }: { branches: readonly Branch<Posted, KroneStep>[]; told: KroneTold }) {
  return (
    <ul class="way">
      {branches.map(({ thing, step, again, branches: next }) => (
        <li key={`${thing.key} ${step?.account}`}>
          {step !== null && (
            <Line>
              {capital(money.atMost(step.at_most_oere))} {words.account(step.account)}
            </Line>
          )}
          <PostingTold posting={thing} told={told} />
          {again && <Line>{history.way.seen}</Line>}
          {next.length > 0 && <Branches branches={next} told={told} />}
        </li>
      ))}
    </ul>
  );
}

/** What was posted, when and to whom; the decisions behind it, and what it was applied for as. */
function PostingTold({ posting: { fund, whole, row }, told }: { posting: Posted; told: KroneTold }) {
  const [scope, , name] = fund.split("/");
  const held = [`earmark/${row.earmark}`, `allocation/${row.allocation}`].flatMap((each) => told.held[`${fund}|${each}`] ?? []);
  const decisions = row.decisions.length > 0 ? row.decisions : (held.at(-1)?.decisions ?? []);
  const application = held.map((each) => each.application).find((each) => each != null);
  const amount = row.amount_oere === null ? "" : ` ${format.amount(row.amount_oere)}`;
  return (
    <>
      <a href={inLanguage(`/${scope}/pulje/${name}#${whole}`, language)}>
        {`${money.fund.what[row.what] ?? capital(row.what.replaceAll("-", " "))}${amount}`}
      </a>
      {row.party !== null && ` ${row.party.name}`}
      {`, ${format.day(row.at)} (`}
      <a href={asItWas(`/${scope}/historik`, row.position)}>{words.event(row.position)}</a>)
      {decisions.map((place: Place, nth) => (
        <Line key={nth}>
          <PlaceLink place={place} />
        </Line>
      ))}
      {application !== undefined && (
        <Line>
          <NamedLink named={application} />
        </Line>
      )}
    </>
  );
}
