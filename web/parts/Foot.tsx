import type { ComponentChildren } from "preact";
import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";

/** At the end of a page; the way to who has read about the reader is on each. */
export function Foot({ children }: { children: ComponentChildren }) {
  return (
    <footer>
      <div class="footer">
        <div class="width foot">
          {children}
          <p>
            <a href={inLanguage("/databeskyttelse", language)}>{words.foot.toProtection}</a>
          </p>
        </div>
      </div>
    </footer>
  );
}
