import type { Role } from "../live/session.ts";
import { inLanguage, language } from "../words/language.ts";
import { signIn } from "../words/sign-in/words.ts";

/** The front pages of the clusters in which the reader has a seat. */
export function Clusters({ roles }: { roles: readonly Role[] }) {
  const clusters = new Map(roles.map(({ scope, cluster }) => [scope, cluster ?? scope]));
  if (clusters.size === 0) return null;
  return (
    <section>
      <h2>{signIn.clusters}</h2>
      <ul class="meetings">
        {[...clusters].map(([scope, name]) => (
          <li key={scope}>
            <a href={inLanguage(`/${scope}`, language)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
