import { desk as words } from "../words/desk/words.ts";

export function MinutesPane() {
  return <h2>{words.tabs.minutes}</h2>;
}
