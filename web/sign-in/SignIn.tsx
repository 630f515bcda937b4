import { useSignal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { Drafts } from "../live/drafts.ts";
import type { Session } from "../live/session.ts";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { inLanguage, language } from "../words/language.ts";
import { signIn } from "../words/sign-in/words.ts";
import { words } from "../words/words.ts";
import type { Arrival, Arrived } from "./arrival.ts";
import { DevelopmentPeople } from "./DevelopmentPeople.tsx";
import { landing } from "./landing.ts";
import { Clusters } from "./Clusters.tsx";
import { Meetings } from "./Meetings.tsx";

/** Which system this is, how to get in, why one is here again, and where one lands. */
export function SignIn({ arrived }: { arrived: Arrived }) {
  const [arrival, setArrival] = useState<Arrival | null>(null);
  useEffect(() => {
    void arrived.arrival.then((result) => {
      const target = result.kind === "signed-in" ? landing(result.session, arrived.next, language) : null;
      // Who is signed in already and failed to become another must be told, not sent on.
      if (target === null || arrived.fault !== null) setArrival(result);
      else location.replace(target);
    });
  }, []);
  const person = arrival?.kind === "signed-in" ? arrival.session.person : null;
  const leaving = useSignal(false);
  const drafts = person === null ? null : new Drafts(person.id, localStorage, sessionStorage);
  return (
    <>
      <Header onSignOut={person === null ? undefined : () => (leaving.value = true)}>
        {person !== null && words.signedInAs(person.name)}
      </Header>
      <main id="main-content" tabIndex={-1}>
        <div class="width">
          <div class="sign-in">
            <h1>{words.productLine}</h1>
            {arrived.fault !== null && <Fault code={arrived.fault} />}
            <Content arrival={arrival} arrived={arrived} />
            <p>
              <a href={inLanguage("/efterproev", language)}>{signIn.verify}</a>
            </p>
          </div>
        </div>
      </main>
      <SignOut leaving={leaving} drafts={drafts} />
    </>
  );
}

function Content({ arrival, arrived }: { arrival: Arrival | null; arrived: Arrived }) {
  if (arrival === null) return <p class="late">{signIn.loading}</p>;
  switch (arrival.kind) {
    case "signed-in":
      return <SignedIn session={arrival.session} />;
    case "no-answer":
      return (
        <Alert tone="error" heading={words.failed("")}>
          <a href={location.href}>{words.again}</a>
        </Alert>
      );
    case "code-refused":
      return (
        <>
          <Alert tone="error" heading={signIn.codeUsed}>
            <p>
              {arrival.reason} {signIn.codeUsedNext}
            </p>
          </Alert>
          <Ways arrived={arrived} />
        </>
      );
    case "signed-out":
      return <Ways arrived={arrived} />;
  }
}

/** What went wrong comes by the address, so nothing of it but a known code decides what is said. */
function Fault({ code }: { code: string }) {
  return (
    <Alert tone="error" heading={signIn.failed}>
      <p>{signIn.faults[code] ?? signIn.otherFault}</p>
    </Alert>
  );
}

function Ways({ arrived }: { arrived: Arrived }) {
  const { next, expired } = arrived;
  // Not this very address: it may say why one is here, and would say so again after all went well.
  const query = new URLSearchParams({ next: next ?? inLanguage("/log-ind", language) });
  return (
    <>
      {expired && <Alert tone="info" heading={signIn.expired} />}
      {next !== null && <p>{signIn.target}</p>}
      <p>
        <a class="button button-primary" href={`/v1/sign-in?${query.toString()}`}>
          {signIn.withOrganisation}
        </a>
      </p>
      <DevelopmentPeople next={query.get("next") ?? "/"} />
    </>
  );
}

function SignedIn({ session: { roles, offices, meetings } }: { session: Session }) {
  return (
    <>
      {[roles, offices, meetings].flat().length === 0 && <Alert tone="warning" heading={signIn.noRight} />}
      <Clusters roles={roles} />
      <p>
        <a href={inLanguage("/besked", language)}>{signIn.notices}</a>
      </p>
      <p>
        <a href={inLanguage("/databeskyttelse", language)}>{words.foot.toProtection}</a>
      </p>
      <Meetings meetings={meetings} />
    </>
  );
}
