import { useEffect, useState } from "preact/hooks";
import { developmentPeople } from "../live/session.ts";
import type { DevelopmentPerson } from "../live/session.ts";
import { Alert } from "../parts/Alert.tsx";
import { inDanishOrder } from "../words/order.ts";
import { signIn } from "../words/sign-in/words.ts";

/** The people of the development issuer, by function. In production the question is answered by nobody. */
export function DevelopmentPeople({ next }: { next: string }) {
  const [people, setPeople] = useState<readonly DevelopmentPerson[]>([]);
  useEffect(() => {
    void developmentPeople().then(setPeople);
  }, []);
  if (people.length === 0) return null;
  const sorted = [...people].sort((a, b) => inDanishOrder(a.function, b.function));
  return (
    <section class="development">
      <Alert tone="warning" heading={signIn.development}>
        <p>{signIn.developmentText}</p>
      </Alert>
      <ul>
        {sorted.map((person) => (
          <li key={person.person}>
            <a href={`/v1/sign-in?${new URLSearchParams({ next, as: person.person }).toString()}`}>{person.function}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
