import { Fragment } from "preact";
import { ActFailed } from "../forms/ActFailed.tsx";
import { useAct } from "../forms/act.ts";
import { useAround } from "../forms/around.ts";
import { FewFields } from "../forms/FewFields.tsx";
import type { ItemRow, RecommendationRow } from "../meeting-room/rows.ts";
import { Button } from "../parts/Button.tsx";
import { desk as words } from "../words/desk/words.ts";
import { words as shared } from "../words/words.ts";
import { useClosed } from "./close.ts";
import { useDesk } from "./desk.ts";
import { itemName, unanswered } from "./meeting.ts";
import { Opener } from "./Opener.tsx";
import { ASKS } from "./RecommendationForm.tsx";

const fieldOf = ({ number }: RecommendationRow, itemKey: string): string => `recommendation-${number}/${itemKey}`;

/** Until a decision answers it, a recommendation may read otherwise, or be taken back. */
export function Recommendations({ itemKey, item }: { itemKey: string; item: ItemRow }) {
  const { room, open } = useDesk();
  const away = useAround().away.value;
  const act = useAct();
  const rows = unanswered(room.meeting, itemKey);
  if (item.hidden || rows.length === 0 || (item.state !== "planned" && item.state !== "discussed")) return null;
  const withdraw = ({ number }: RecommendationRow): void =>
    void act.give([
      {
        stream: room.address.topic,
        verb: "withdraw-recommendation",
        body: { item: itemName(itemKey), recommendation: number },
        said: words.recommendationForm.withdrawn(number),
      },
    ]);
  return (
    <>
      <ActFailed act={act} />
      <div class="button-group">
        {rows.map((row) => (
          <Fragment key={row.number}>
            <Opener form={fieldOf(row, itemKey)} name={words.recommendationForm.change(row.number)} />
            <Button not={away ? shared.form.away : null} onPress={() => withdraw(row)}>
              {words.recommendationForm.withdraw(row.number)}
            </Button>
          </Fragment>
        ))}
      </div>
      {rows.map(
        (row) => open.value === fieldOf(row, itemKey) && <Change key={row.number} row={row} itemKey={itemKey} item={item} />,
      )}
    </>
  );
}

function Change({ row, itemKey, item }: { row: RecommendationRow; itemKey: string; item: ItemRow }) {
  const { topic } = useDesk().room.address;
  const field = fieldOf(row, itemKey);
  const close = useClosed(field);
  const { recommendationForm: of, lacks } = words;
  return (
    <FewFields
      stream={topic}
      field={field}
      verb="change-recommendation"
      about={{ item: itemName(itemKey), recommendation: row.number }}
      fields={[
        { name: "asks", label: of.asks, way: ASKS, none: of.choose, lacks: lacks.asks },
        { name: "text", label: of.text, way: "text", lacks: lacks.text },
      ]}
      before={{ asks: row.asks, text: row.text ?? "" }}
      closed={item.shut}
      title={of.change(row.number)}
      send={words.itemForm.changeSend}
      said={of.changed(row.number)}
      onClose={close}
    />
  );
}
