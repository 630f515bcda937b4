/** Copy what happens, in order and once, from where the last run ended. KLYNGE_URL and KLYNGE_TOKEN say where and as whom. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import process from "node:process";
import { Live } from "../ts/live.ts";

const kept = "klynge-cursor";
const { KLYNGE_URL = "", KLYNGE_TOKEN: token = "" } = process.env;
const live = new Live({
  url: `${KLYNGE_URL.replace(/^http/, "ws")}/v1/live`,
  client: { name: "example", version: "1" },
  credential: async () => ({ token }),
  onConnection: ({ state }) => console.error(state),
  onNews: (news) => {
    if (news.kind !== "events") return;
    for (const { time, type, data } of news.events) console.log(time, type, data.da);
    writeFileSync(`${kept}.new`, news.cursor);
    renameSync(`${kept}.new`, kept); // whole, or not at all
  },
});
live.followChanges(existsSync(kept) ? readFileSync(kept, "utf8") : "start");
live.start();
