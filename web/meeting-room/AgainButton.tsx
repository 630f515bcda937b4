import { Button } from "../parts/Button.tsx";
import { words } from "../words/words.ts";
import type { Demo } from "./demo.ts";

export function AgainButton({ demo }: { demo: Demo }) {
  const starting = demo.starting.value;
  return (
    <Button onPress={demo.again} not={starting ? words.demo.starting : null}>
      {starting ? words.demo.starting : words.demo.again}
    </Button>
  );
}
