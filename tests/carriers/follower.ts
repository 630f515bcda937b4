/** Follows a topic and the events by the TypeScript client, in shorter time, and writes down what it is told. For tests. */
import process from "node:process";
import { Live } from "../../clients/ts/live.ts";

const { KLYNGE_URL = "", KLYNGE_TOKEN: token = "", TIMES_FASTER = "1" } = process.env;
const [topic = "", type = ""] = process.argv.slice(2);
const faster = Number(TIMES_FASTER);
const { setTimeout: later, fetch: ask } = globalThis;
globalThis.setTimeout = ((run: () => void, ms = 0) => later(run, ms / faster)) as typeof setTimeout;
globalThis.fetch = (url, init) => ask(String(url).replace("wait=25", `wait=${Math.floor(25 / faster)}`), init);

const told = (each: object): void => console.log(JSON.stringify(each));
const live = new Live({
  url: `${KLYNGE_URL.replace(/^http/, "ws")}/v1/live`,
  client: { name: "test", version: "1" },
  credential: async () => ({ token }),
  onConnection: told,
  onNews: told,
});
live.follow(topic, null);
live.followChanges("start", { types: [type] });
live.start();
