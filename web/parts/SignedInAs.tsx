import type { Session } from "../live/session.ts";
import { format } from "../words/format.ts";
import { words } from "../words/words.ts";

/** Who is signed in; and where they sit no longer, of which day they see what stood. */
export function SignedInAs({ session, scope }: { session: Session; scope: string }) {
  const left = session.left?.find((each) => each.scope === scope);
  return (
    <>
      {words.signedInAs(session.person.name)}
      {left !== undefined && <strong> {words.historyAt(format.day(left.until_on))}</strong>}
    </>
  );
}
