import { useRef } from "preact/hooks";
import { Attachments } from "../meeting-room/Attachments.tsx";
import { Discussion } from "../meeting-room/Discussion.tsx";
import { Pairs } from "../meeting-room/Pairs.tsx";
import { useWanted } from "../meeting-room/focus.ts";
import { useRoom } from "../meeting-room/in-room.ts";
import { useItemInAddress } from "../meeting-room/item-address.ts";
import type { ItemRow } from "../meeting-room/rows.ts";
import { Button } from "../parts/Button.tsx";
import { Fold } from "../parts/Fold.tsx";
import { Icon } from "../parts/Icon.tsx";
import { RecordParagraphs, RecordText } from "../parts/RecordText.tsx";
import { desk as words } from "../words/desk/words.ts";
import { words as shared } from "../words/words.ts";
import { AttachForm } from "./AttachForm.tsx";
import { ChangeForm } from "./ChangeForm.tsx";
import { Corrections } from "./Corrections.tsx";
import { DecisionPart } from "./DecisionPart.tsx";
import { Opener } from "./Opener.tsx";
import { PointForm } from "./PointForm.tsx";
import { PostponeForm } from "./PostponeForm.tsx";
import { QuestionForm } from "./QuestionForm.tsx";
import { QuestionsPane } from "./QuestionsPane.tsx";
import { RecommendationForm } from "./RecommendationForm.tsx";
import { Recommendations } from "./Recommendations.tsx";
import { RecusalForm } from "./RecusalForm.tsx";
import { WithdrawForm } from "./WithdrawForm.tsx";
import { useDesk } from "./desk.ts";

export const decisionForm = (itemKey: string): string => `decision/${itemKey}`;
export const pointForm = (itemKey: string): string => `point/${itemKey}`;
export const questionForm = (itemKey: string): string => `raise/${itemKey}`;
export const recusalForm = (itemKey: string): string => `recusal/${itemKey}`;
export const recommendationForm = (itemKey: string): string => `recommendation/${itemKey}`;
export const attachForm = (itemKey: string): string => `attach/${itemKey}`;
export const postponeForm = (itemKey: string): string => `postpone/${itemKey}`;
export const changeForm = (itemKey: string): string => `change/${itemKey}`;
export const withdrawForm = (itemKey: string): string => `withdraw/${itemKey}`;

/** The item before the secretary: first what can be written, then what stands. */
export function ItemPane() {
  const room = useRoom();
  useItemInAddress();
  const key = room.following.showing.value ?? room.items.value.at(-1) ?? null;
  const item = key === null ? null : room.meeting.row<ItemRow>(key).value;
  if (key === null || item === null) return <p class="quiet">{words.item.none}</p>;
  return <Item key={key} itemKey={key} item={item} />;
}

function Item({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useWanted(heading);
  return (
    <div data-item={itemKey}>
      <Suggested />
      <h2 data-heading ref={heading} tabIndex={-1}>
        {item.shut && <Icon name="lock" />}
        <RecordText text={shared.item(item.number, item.title ?? shared.closedItem)} />
      </h2>
      <p class="item-state">
        <strong>{shared.itemStates[item.state] ?? item.state}.</strong> {item.shut && `${words.item.closed}. `}
        {item.from_at !== null && shared.planned(item.from_at, item.to_at)}
        {item.taken_up_at !== null && ` ${shared.begun(item.taken_up_at)}`}
      </p>
      {item.hidden ? <p>{shared.recused}</p> : <Writing itemKey={itemKey} item={item} />}
      <Pairs itemKey={itemKey} state={item.state} />
      <Recommendations itemKey={itemKey} item={item} />
      <Corrections itemKey={itemKey} item={item} />
      <Discussion itemKey={itemKey} begun={item.state !== "planned"} />
      <QuestionsPane itemKey={itemKey} item={item} />
      {item.case !== null && (
        <Fold summary={shared.caseHeading} class="case">
          <div class="details-text">
            <RecordParagraphs text={item.case} />
          </div>
        </Fold>
      )}
      <Attachments itemKey={itemKey} />
    </div>
  );
}

/** The meeting goes on while something is written here: it suggests, and does not take the form away. */
function Suggested() {
  const room = useRoom();
  const suggested = room.following.suggested.value;
  const item = suggested === null ? null : room.meeting.row<ItemRow>(suggested).value;
  if (suggested === null || item === null) return null;
  return (
    <p class="desk-suggested">
      {shared.meetingIsAt(item.number)}{" "}
      <Button onPress={() => room.goTo(suggested)}>{shared.goToItem(item.number)}</Button>
    </p>
  );
}

function Writing({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { open } = useDesk();
  const changeable = item.state === "planned" || item.state === "discussed";
  const not = item.state === "discussed" ? null : changeable ? words.item.notDiscussed : words.item.settled;
  const of = { itemKey, item };
  return (
    <>
      <div class="button-group desk-openers" role="group" aria-label={words.item.write}>
        <Opener form={decisionForm(itemKey)} name={words.item.newDecision} not={not} past={!changeable} />
        <Opener form={pointForm(itemKey)} name={words.item.newPoint} not={not} past={!changeable} />
        <Opener form={questionForm(itemKey)} name={words.item.newQuestion} not={not} past={!changeable} />
        {changeable && (
          <>
            <Opener form={recommendationForm(itemKey)} name={words.recommendationForm.open} />
            <Opener form={attachForm(itemKey)} name={words.attach.open} />
            <Opener form={recusalForm(itemKey)} name={words.item.newRecusal} />
            <Opener form={changeForm(itemKey)} name={words.itemForm.changeOpen} />
            <Opener form={postponeForm(itemKey)} name={words.postpone.open} />
            {item.state === "planned" && <Opener form={withdrawForm(itemKey)} name={words.withdraw.open} />}
          </>
        )}
      </div>
      {not !== null && <p class="quiet">{not}</p>}
      {open.value === decisionForm(itemKey) && <DecisionPart {...of} />}
      {open.value === pointForm(itemKey) && <PointForm {...of} />}
      {open.value === questionForm(itemKey) && <QuestionForm {...of} />}
      {open.value === recommendationForm(itemKey) && <RecommendationForm {...of} />}
      {open.value === attachForm(itemKey) && <AttachForm {...of} />}
      {open.value === recusalForm(itemKey) && <RecusalForm {...of} />}
      {open.value === changeForm(itemKey) && <ChangeForm {...of} />}
      {open.value === postponeForm(itemKey) && <PostponeForm {...of} />}
      {open.value === withdrawForm(itemKey) && <WithdrawForm {...of} />}
    </>
  );
}
