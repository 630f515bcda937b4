import { useSignal } from "@preact/signals";
import { clusterOf } from "../live/session.ts";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { Table } from "../rows/Table.tsx";
import { format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { notices as texts } from "../words/notices/words.ts";
import { words } from "../words/words.ts";
import { pageOf } from "./told.ts";
import type { Notice, Told } from "./told.ts";

const { list } = texts;

interface ListProps {
  readonly told: Told;
  readonly notices: readonly Notice[];
  readonly more: boolean;
}

/** What the reader was told, the latest first. */
export function List({ told, notices, more }: ListProps) {
  const failed = useSignal(false);
  const showMore = (): void => {
    failed.value = false;
    told.more().catch(() => (failed.value = true));
  };
  if (notices.length === 0) return <p class="empty">{list.none}</p>;
  return (
    <>
      <p>{list.days}</p>
      <Table<Notice>
        name={list.heading}
        rows={notices.map((row) => ({ key: `notice-${row.id}`, row }))}
        columns={[
          { head: list.heads.what, wide: true, cell: (row) => <What told={told} notice={row} /> },
          { head: list.heads.at, cell: ({ made_at }) => `${format.day(made_at)} ${format.time(made_at)}` },
          { head: list.heads.state, cell: ({ state }) => list.states[state] ?? state },
        ]}
      />
      {failed.value && <Alert tone="error" heading={words.failed("")} />}
      {more && <Button onPress={showMore}>{list.more}</Button>}
    </>
  );
}

function What({ told, notice }: { told: Told; notice: Notice }) {
  const session = told.session.value ?? null;
  const [scope = "", name] = notice.about.split(/[/?]/);
  // By the name it has for its reader, where they may still see it.
  const meeting = session?.meetings.find(({ topic }) => topic === notice.about)?.name;
  return (
    <a href={inLanguage(pageOf(notice), language)}>
      {list.subjects[notice.subject]} <span lang="da">{meeting ?? clusterOf(session, scope) ?? (notice.subject === "webhook" ? name : scope)}</span>
    </a>
  );
}
