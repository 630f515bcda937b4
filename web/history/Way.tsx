import { Alert } from "../parts/Alert.tsx";
import { Line, PlaceLink } from "../rows/place.tsx";
import { capital } from "../words/format.ts";
import { history } from "../words/history/words.ts";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { said } from "../words/said.ts";
import { changed } from "./address.ts";
import { wayOf } from "./answers.ts";
import type { WayStep, WayThing, WayTold } from "./answers.ts";
import { useAsked } from "./asked.ts";
import { useHistory } from "./history-page.ts";
import { treeOf } from "./tree.ts";
import type { Branch } from "./tree.ts";

const words = history.way;

/** All that led to a thing, or followed from it, step by step. The list is the thing; nothing is drawn beside it. */
export function Way() {
  const { scope, asked } = useHistory().address;
  const { of, back, at } = asked;
  const { answer, fault, missing } = useAsked<WayTold>(of === null ? null : () => wayOf(scope, of, back, at));
  const told = answer.value;
  const tree = told === null ? null : treeOf(told.things, told.steps, back, ({ kind }) => kind);
  return (
    <section aria-labelledby="way">
      <h2 id="way">{back ? words.back : words.forth}</h2>
      <Directions back={back} />
      {fault.value !== null && <Alert tone="error" heading={fault.value} />}
      {missing.value && <Alert tone="info" heading={lists.notFound} />}
      {told === null && fault.value === null && of !== null && !missing.value && <p class="quiet">{history.loading}</p>}
      {(of === null || (told !== null && (tree === null || tree.branches.length === 0))) && <p class="empty">{words.none}</p>}
      {tree !== null && tree.branches.length > 0 && (
        <>
          <p>
            <PlaceLink place={tree.thing.place} />
          </p>
          <Branches branches={tree.branches} back={back} />
        </>
      )}
      {told?.whole === false && <p>{words.cut}</p>}
    </section>
  );
}

/** The two ways to look from where one stands. */
export function Directions({ back, names = words }: { back: boolean; names?: { readonly back: string; readonly forth: string } }) {
  const ways = [
    { to: true, name: names.back },
    { to: false, name: names.forth },
  ];
  return (
    <ul class="choices">
      {ways.map(({ to, name }) => (
        <li key={name}>
          <a href={inLanguage(changed(location, { back: to }), language)} aria-current={to === back ? "true" : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Branches({ branches, back }: { branches: readonly Branch<WayThing, WayStep>[]; back: boolean }) {
  return (
    <ul class="way">
      {branches.map((branch) => (
        <li key={`${branch.thing.key} ${branch.step?.kind}`}>
          {branch.step !== null && <StepTold step={branch.step} back={back} />} <PlaceLink place={branch.thing.place} />
          {branch.again && <Line>{words.seen}</Line>}
          {branch.branches.length > 0 && <Branches branches={branch.branches} back={back} />}
        </li>
      ))}
    </ul>
  );
}

/** How one led to the other, read from where one comes from, and the event that tells of it. */
function StepTold({ step, back }: { step: WayStep; back: boolean }) {
  const word = back
    ? (words.waysBack[step.kind] ?? lists.ways[step.kind] ?? said("edge", step.kind))
    : (words.waysForth[step.kind] ?? said("edge", step.kind));
  return (
    <span class="quiet">
      {capital(word)}
      {step.position !== null && (
        <>
          {" ("}
          <a href={inLanguage(changed(location, { part: null, of: null, back: false, at: String(step.position) }), language)}>
            {words.event(step.position)}
          </a>
          )
        </>
      )}
      :
    </span>
  );
}
