import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { Fold } from "./Fold.tsx";

export type ListName = keyof typeof words.menu.links | keyof typeof words.menu.others;

type Named = readonly (readonly [string, string])[];

const MAIN: Named = Object.entries(words.menu.links);
const OTHERS: Named = Object.entries(words.menu.others);

interface MenuProps {
  readonly scope: string;
  readonly here: ListName | null;
}

/** A plain list of links to the pages of the cluster, those asked for less behind a word; on a small screen all behind one. */
export function Menu({ scope, here }: MenuProps) {
  const other = OTHERS.find(([name]) => name === here)?.[1];
  return (
    <nav class="menu" aria-label={words.menu.name}>
      <div class="width">
        <ul class="menu-wide no-max-width">
          <Links names={MAIN} scope={scope} here={here} />
          <li class="menu-more">
            <Fold summary={other === undefined ? words.menu.more : `${words.menu.more}: ${other}`}>
              <ul>
                <Links names={OTHERS} scope={scope} here={here} />
              </ul>
            </Fold>
          </li>
        </ul>
        <Fold summary={words.menu.open} class="menu-narrow">
          <ul>
            <Links names={[...MAIN, ...OTHERS]} scope={scope} here={here} />
          </ul>
        </Fold>
      </div>
    </nav>
  );
}

function Links({ names, scope, here }: MenuProps & { names: Named }) {
  return (
    <>
      {names.map(([name, word]) => (
        <li key={name}>
          <a href={inLanguage(name === "" ? `/${scope}` : `/${scope}/${name}`, language)} aria-current={name === here ? "page" : undefined}>
            {word}
          </a>
        </li>
      ))}
    </>
  );
}
