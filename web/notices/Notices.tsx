import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { reasonOf } from "../forms/problems.ts";
import { Refusal } from "../live/ask.ts";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { Drafts } from "../live/drafts.ts";
import { notices } from "../words/notices/words.ts";
import { words } from "../words/words.ts";
import { AddressForm, SubjectsForm } from "./Wishes.tsx";
import { List } from "./List.tsx";
import type { Told } from "./told.ts";

/** Where somebody is told that something waits for them, of what, and what they were told. */
export function Notices({ told }: { told: Told }) {
  const leaving = useSignal(false);
  const session = told.session.value;
  const drafts = session === undefined ? null : new Drafts(session.person.id, localStorage, sessionStorage);
  useEffect(() => {
    document.title = `${notices.title} – ${words.product}`;
  }, []);
  return (
    <>
      <Header onSignOut={session === undefined ? undefined : () => (leaving.value = true)}>
        {session !== undefined && words.signedInAs(session.person.name)}
      </Header>
      <main id="main-content" tabIndex={-1}>
        <div class="width list-head">
          <h1>{notices.title}</h1>
          <p>{notices.lead}</p>
        </div>
        <div class="width list">
          <Body told={told} />
        </div>
      </main>
      <SignOut leaving={leaving} drafts={drafts} />
    </>
  );
}

function Body({ told }: { told: Told }) {
  const failed = told.failed.value;
  const page = told.page.value;
  if (failed !== null) {
    return (
      <Alert tone="error" heading={failed instanceof Refusal ? reasonOf(failed.problem) : words.failed("")}>
        <a href={location.href}>{words.again}</a>
      </Alert>
    );
  }
  if (page === undefined) return <p class="quiet late">{notices.loading}</p>;
  return (
    <>
      {!page.mails && <Alert tone="info" heading={notices.noMails}>{notices.noMailsNext}</Alert>}
      <section aria-labelledby="where">
        <h2 id="where">{notices.address.heading}</h2>
        <AddressForm told={told} address={page.address} />
      </section>
      <section aria-labelledby="of-what">
        <h2 id="of-what">{notices.subjects.heading}</h2>
        <SubjectsForm told={told} off={page.off} />
      </section>
      <section aria-labelledby="told">
        <h2 id="told">{notices.list.heading}</h2>
        <List told={told} notices={page.notices} more={page.next !== null} />
      </section>
    </>
  );
}
