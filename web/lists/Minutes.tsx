import { pageOf } from "../parts/address.ts";
import { RecordParagraphs, RecordText } from "../parts/RecordText.tsx";
import { inLanguage, language } from "../words/language.ts";
import { lists } from "../words/lists/words.ts";
import { words } from "../words/words.ts";
import { ProofPart } from "../proof/ProofPart.tsx";
import { rowsOf } from "../rows/page.ts";
import type { Keyed } from "../rows/page.ts";
import { useList } from "./list-page.ts";
import { Line } from "../rows/place.tsx";
import type { ApprovalRow, CommentRow, MinutesRow, NoteRow, TextRow } from "./paper-rows.ts";
import type { ItemRow } from "../rows/rows.ts";

/** One meeting's minutes: the latest text of each item, what was remarked, who approved, what came after. */
export function Minutes() {
  const page = useList();
  const minutes = page.own.row<MinutesRow>("minutes").value;
  const texts = latestTexts(rowsOf<TextRow>(page.own, "text").map(({ row }) => row));
  const approvals = rowsOf<ApprovalRow>(page.own, "approval").filter(({ row }) => row.revision === minutes?.revision);
  return (
    <>
      {minutes !== null && <Whole row={minutes} />}
      {minutes?.state === "drafted" && texts.size === 0 && <p class="quiet">{lists.draftUnsent}</p>}
      {[...texts.values()].sort(inAgendaOrder(page.meetings, page.address.name)).map((text) => (
        <Item key={text.item} text={text} />
      ))}
      {approvals.length > 0 && <Approvals rows={approvals} />}
      {minutes?.published != null && (
        <ProofPart
          topic={page.address.topics[0] ?? ""}
          at={page.address.at}
          revision={minutes.published}
          heartbeat={page.heartbeat.value}
          heading="h2"
        />
      )}
    </>
  );
}

function latestTexts(texts: readonly TextRow[]): ReadonlyMap<string, TextRow> {
  const latest = new Map<string, TextRow>();
  for (const text of texts) {
    if ((latest.get(text.item)?.revision ?? 0) <= text.revision) latest.set(text.item, text);
  }
  return latest;
}

function inAgendaOrder(meetings: ReturnType<typeof useList>["meetings"], meeting: string) {
  const number = (item: string): string => meetings.row<ItemRow>(`${meeting}/item/${item}`).value?.number ?? "";
  return (a: TextRow, b: TextRow): number => number(a.item).localeCompare(number(b.item), "da", { numeric: true });
}

function Whole({ row }: { row: MinutesRow }) {
  return (
    <div class="minutes-whole">
      <h2>
        <RecordText text={row.meeting.name} />
      </h2>
      <p>
        {row.state !== "published" && <strong>{lists.minutesStates[row.state]?.(row.revision) ?? row.state}.</strong>}{" "}
        {(row.state === "drafted" || row.state === "circulated") && lists.draftNote}{" "}
        {row.answer_by !== null && lists.answerBy(row.answer_by)}{" "}
        {row.published !== null && row.published_at !== null && lists.publishedAt(row.published, row.published_at)}
      </p>
      {row.reason !== null && row.state !== "published" && (
        <p>
          {lists.revisedBecause} <RecordText text={row.reason} />
        </p>
      )}
      <p>
        <a href={inLanguage(pageOf(row.meeting.id), language)}>{lists.toMeeting}</a>
      </p>
    </div>
  );
}

function Item({ text }: { text: TextRow }) {
  const { own, meetings, address } = useList();
  const row = meetings.row<ItemRow>(`${address.name}/item/${text.item}`).value;
  const heading = row === null ? lists.anItem : words.item(row.number, row.title ?? lists.closedItem);
  const comments = rowsOf<CommentRow>(own, "comment").filter((each) => each.row.item === text.item);
  const notes = rowsOf<NoteRow>(own, "note").filter((each) => each.row.item === text.item);
  return (
    <section id={`item/${text.item}`} class="body" tabIndex={-1}>
      <h2>
        <RecordText text={heading} />
      </h2>
      {text.text === null ? <RecordText text={null} /> : <RecordParagraphs text={text.text} />}
      {comments.length > 0 && <Comments comments={comments} />}
      {notes.length > 0 && <Notes notes={notes} />}
    </section>
  );
}

function Comments({ comments }: { comments: readonly Keyed<CommentRow>[] }) {
  return (
    <>
      <h3>{lists.commentsOn}</h3>
      <ul>
        {comments.map(({ key, row }) => (
          <li key={key}>
            <RecordText text={row.text} />
            <Line>
              {row.by.name}, {lists.commentBy(row.at)}
            </Line>
            <span class="line">
              {row.answered ? (
                <>
                  {lists.answered}: <RecordText text={row.answer} />
                </>
              ) : (
                <span class="quiet">{lists.notAnswered}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Notes({ notes }: { notes: readonly Keyed<NoteRow>[] }) {
  return (
    <>
      <h3>{lists.notes}</h3>
      <ul>
        {notes.map(({ key, row }) => (
          <li key={key}>
            <RecordText text={row.text} />
            <Line>{lists.commentBy(row.at)}</Line>
          </li>
        ))}
      </ul>
    </>
  );
}

function Approvals({ rows }: { rows: readonly Keyed<ApprovalRow>[] }) {
  return (
    <section class="body">
      <h2>{lists.approvals}</h2>
      <ul>
        {rows.map(({ key, row }) => (
          <li key={key}>{row.person.name}</li>
        ))}
      </ul>
    </section>
  );
}
