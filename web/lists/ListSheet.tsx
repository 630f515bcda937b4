import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { clusterOf } from "../live/session.ts";
import { asOf } from "../parts/address.ts";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { words } from "../words/words.ts";
import { Actions } from "./Actions.tsx";
import type { Sheet } from "./address.ts";
import { Bodies } from "./Bodies.tsx";
import { Compliance } from "./Compliance.tsx";
import { Conditions } from "./Conditions.tsx";
import { Decisions } from "./Decisions.tsx";
import { Documents } from "./Documents.tsx";
import { ListFoot } from "./ListFoot.tsx";
import { ListStrip } from "./ListStrip.tsx";
import { Mandates } from "./Mandates.tsx";
import { Meetings } from "./Meetings.tsx";
import { Minutes } from "./Minutes.tsx";
import { usePage } from "./page.ts";
import { useGoThere } from "./there.ts";
import { Referrals } from "./Referrals.tsx";

const CONTENT: Record<Sheet, ComponentType> = {
  moeder: Meetings,
  beslutninger: Decisions,
  forudsaetninger: Conditions,
  henvendelser: Referrals,
  opgaver: Actions,
  forum: Bodies,
  kompetencer: Mandates,
  dokumenter: Documents,
  krav: Compliance,
  referat: Minutes,
};

/** One list: what it is, how fresh it is, its rows, and where in the record one is. */
export function ListSheet() {
  const page = usePage();
  const leaving = useSignal(false);
  const session = page.session.value;
  const { scope, sheet } = page.address;
  const { title, lead } = lists.sheets[sheet];
  const cluster = clusterOf(session, scope);
  useEffect(() => {
    document.title = `${title}${cluster === null ? "" : `, ${cluster}`} – ${words.product}`;
  }, [cluster]);
  return (
    <>
      {page.past && <div class="past-bar" aria-hidden="true" />}
      <Header
        cluster={cluster}
        scope={scope}
        {...(sheet === "referat" ? {} : { here: sheet })}
        onSignOut={session === null ? undefined : () => (leaving.value = true)}
      >
        {session !== null && words.signInPage.signedInAs(session.person.name)}
      </Header>
      <main id="main-content" tabIndex={-1}>
        {page.missing.value === null ? (
          <>
            <div class="width list-head">
              <h1>{title}</h1>
              <p>{lead}</p>
            </div>
            <ListStrip />
            <div class="width list">{page.own.position.value > 0 && <Content />}</div>
          </>
        ) : (
          <CannotBeShown />
        )}
      </main>
      <ListFoot />
      {page.past && <div class="past-bar" aria-hidden="true" />}
      <SignOut leaving={leaving} drafts={page.drafts.value} />
    </>
  );
}

function Content() {
  const page = usePage();
  const Rows = CONTENT[page.address.sheet];
  useGoThere();
  if (page.own.all.value.length === 0) return <p class="empty">{lists.sheets[page.address.sheet].empty}</p>;
  return <Rows />;
}

function CannotBeShown() {
  const missing = usePage().missing.value;
  const [tone, heading, href, link] =
    missing === "not-found"
      ? (["info", lists.notFound, inLanguage("/log-ind", language), words.toMeetings] as const)
      : missing === "no-moment"
        ? (["info", words.noMoment, asOf(null, location), words.toNow] as const)
        : (["error", words.failed(""), location.href, words.again] as const);
  return (
    <div class="width missing">
      <h1 class="room-heading">{lists.missing}</h1>
      <Alert tone={tone} heading={heading}>
        <a href={href}>{link}</a>
      </Alert>
    </div>
  );
}
