import { Button } from "../parts/Button.tsx";
import { hand as words } from "../words/hand/words.ts";
import { useThere } from "./there.ts";

/** Asks for the floor, without a word in the record. */
export function RaiseHand() {
  const { hands } = useThere();
  return (
    <Button not={hands.not} onPress={() => hands.toggle()}>
      {hands.own.value === null ? words.raise : words.lower}
    </Button>
  );
}
