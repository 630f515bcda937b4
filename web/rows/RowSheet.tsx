import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { clusterOf } from "../live/session.ts";
import { asOf } from "../parts/address.ts";
import { Alert } from "../parts/Alert.tsx";
import { Header } from "../parts/Header.tsx";
import type { ListName } from "../parts/Menu.tsx";
import { SignedInAs } from "../parts/SignedInAs.tsx";
import { SignOut } from "../parts/SignOut.tsx";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { words } from "../words/words.ts";
import { usePage } from "./page.ts";
import { SheetFoot } from "./SheetFoot.tsx";
import { SheetStrip } from "./SheetStrip.tsx";
import { useGoThere } from "./there.ts";

interface SheetProps {
  readonly title: string;
  /** On the page itself, where it is not its title: the cluster's own name on its front page. */
  readonly heading?: "cluster";
  readonly lead: string;
  readonly here?: ListName;
  /** What stands where there are no rows at all, with the next step. */
  readonly empty: string;
  /** What stands above the rows, also where there are none: a form. */
  readonly before?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What stands around the rows of every page: what it is, how fresh it is, and where in the record one is. */
export function RowSheet({ title, heading, lead, here, empty, before, children }: SheetProps) {
  const page = usePage();
  const leaving = useSignal(false);
  const session = page.session.value;
  const { scope } = page.address;
  const cluster = clusterOf(session, scope);
  useEffect(() => {
    document.title = `${title}${cluster === null ? "" : `, ${cluster}`} – ${words.product}`;
  }, [title, cluster]);
  return (
    <>
      {page.past && <div class="past-bar" aria-hidden="true" />}
      <Header
        cluster={cluster}
        scope={scope}
        {...(here === undefined ? {} : { here })}
        onSignOut={session === null ? undefined : () => (leaving.value = true)}
      >
        {session !== null && <SignedInAs session={session} scope={scope} />}
      </Header>
      <main id="main-content" tabIndex={-1}>
        {page.missing.value === null ? (
          <>
            <div class="width list-head">
              <h1>{heading === "cluster" ? (cluster ?? title) : title}</h1>
              <p>{lead}</p>
            </div>
            <SheetStrip />
            <div class="width list">
              {page.own.position.value > 0 && (
                <>
                  {before}
                  <Content empty={empty}>{children}</Content>
                </>
              )}
            </div>
          </>
        ) : (
          <CannotBeShown />
        )}
      </main>
      <SheetFoot />
      {page.past && <div class="past-bar" aria-hidden="true" />}
      <SignOut leaving={leaving} drafts={page.drafts.value} />
    </>
  );
}

function Content({ empty, children }: { empty: string; children: ComponentChildren }) {
  const page = usePage();
  useGoThere();
  if (page.own.all.value.length === 0) return <p class="empty">{empty}</p>;
  return <>{children}</>;
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
