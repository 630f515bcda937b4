import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { Fold } from "./Fold.tsx";

export type ListName = keyof typeof words.menu.links;

const NAMES = Object.keys(words.menu.links) as ListName[];

/** A plain list of links to the lists of the cluster; on a small screen behind one line. */
export function Menu({ scope, here }: { scope: string; here: ListName | null }) {
  return (
    <nav class="menu" aria-label={words.menu.name}>
      <div class="width">
        <ul class="menu-wide no-max-width">
          <Links scope={scope} here={here} />
        </ul>
        <Fold summary={words.menu.open} class="menu-narrow">
          <ul>
            <Links scope={scope} here={here} />
          </ul>
        </Fold>
      </div>
    </nav>
  );
}

function Links({ scope, here }: { scope: string; here: ListName | null }) {
  return (
    <>
      {NAMES.map((name) => (
        <li key={name}>
          <a href={inLanguage(`/${scope}/${name}`, language)} aria-current={name === here ? "page" : undefined}>
            {words.menu.links[name]}
          </a>
        </li>
      ))}
    </>
  );
}
