import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Opening } from "../forms/Opening.tsx";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { protection } from "../words/protection/words.ts";
import { words } from "../words/words.ts";
import { Erasures, RequestForm } from "./Erasures.tsx";
import { Reads, Search } from "./Reads.tsx";
import type { Watching } from "./watching.ts";

/** For the data protection officer: who read what, and erasures. For anybody else: who read about them. */
export function DataProtection({ watching }: { watching: Watching }) {
  const leaving = useSignal(false);
  const session = watching.session.value ?? null;
  useEffect(() => {
    document.title = `${protection.title} – ${words.product}`;
  }, []);
  return (
    <>
      <Header onSignOut={session === null ? undefined : () => (leaving.value = true)}>
        {session !== null && words.signedInAs(session.person.name)}
      </Header>
      <main id="main-content" tabIndex={-1}>
        <div class="width list-head">
          <h1>{protection.title}</h1>
          {session !== null && (
            <p>
              {watching.decides.value ? protection.lead : protection.ownLead} {protection.days}
            </p>
          )}
        </div>
        <div class="width list">
          <Body watching={watching} />
        </div>
      </main>
      <SignOut leaving={leaving} drafts={watching.drafts.value} />
    </>
  );
}

function Body({ watching }: { watching: Watching }) {
  if (watching.failed.value) {
    return (
      <Alert tone="error" heading={words.failed("")}>
        <a href={location.href}>{words.again}</a>
      </Alert>
    );
  }
  if (watching.session.value === undefined) return <p class="quiet late">{protection.loading}</p>;
  const officer = watching.isOfficer.value;
  return (
    <>
      {watching.asks.value && (
        <section aria-labelledby="erasures">
          <h2 id="erasures">{protection.erasures.heading}</h2>
          <Opening name={protection.erasures.open}>
            {(close) => <RequestForm watching={watching} onClose={close} />}
          </Opening>
          <Erasures watching={watching} />
        </section>
      )}
      <section aria-labelledby="reads">
        <h2 id="reads">{officer ? protection.reads.heading : protection.reads.own}</h2>
        {officer && <Search watching={watching} />}
        <Reads watching={watching} />
      </section>
    </>
  );
}
