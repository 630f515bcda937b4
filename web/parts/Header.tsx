import type { ComponentChildren } from "preact";
import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { Menu } from "./Menu.tsx";
import type { ListName } from "./Menu.tsx";

const MAIN = "main-content";

interface HeaderProps {
  /** Whose record this is; null where it is not known, or of several. */
  readonly cluster?: string | null;
  /** Whose lists the menu leads to; without it there is no menu. */
  readonly scope?: string;
  readonly here?: ListName;
  readonly children?: ComponentChildren;
  readonly onSignOut?: (() => void) | undefined;
}

/** `children` says for whom the reader attends. It stands inside the header, where no width hides it. */
export function Header({ cluster = null, scope, here, children, onSignOut }: HeaderProps) {
  const other = language === "da" ? "en" : "da";
  const address = location.pathname + location.search + location.hash;
  return (
    <header class="header">
      <a class="skipnav" href={`#${MAIN}`} onClick={toMain}>
        {words.skip}
      </a>
      <div class="solution-info">
        <div class="width solution-info-inner">
          <div class="solution-heading">
            <a href={inLanguage("/log-ind", language)}>
              {words.product} {cluster !== null && <span class="cluster">· {cluster}</span>}
            </a>
          </div>
        </div>
      </div>
      {scope !== undefined && <Menu scope={scope} here={here ?? null} />}
      <div class="role-line">
        <div class="width">
          <div class="role">{children}</div>
          <ul class="role-links">
            <li>
              <a class="function-link" href={inLanguage(address, other)} lang={other}>
                {words.otherLanguage}
              </a>
            </li>
            {onSignOut !== undefined && (
              <li>
                <button type="button" class="function-link" onClick={onSignOut}>
                  {words.signOut}
                </button>
              </li>
            )}
          </ul>
        </div>
      </div>
    </header>
  );
}

/** The address keeps its item: the skip link moves the focus and nothing else. */
function toMain(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById(MAIN)?.focus();
}
