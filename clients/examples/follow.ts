/** Follow a view: the keys of its rows as they change. KLYNGE_URL and KLYNGE_TOKEN say where and as whom. */
import process from "node:process";
import { Live } from "../ts/live.ts";

const { KLYNGE_URL = "", KLYNGE_TOKEN: token = "" } = process.env;
const live = new Live({
  url: `${KLYNGE_URL.replace(/^http/, "ws")}/v1/live`,
  client: { name: "example", version: "1" },
  credential: async () => ({ token }),
  onConnection: ({ state }) => console.error(state),
  onNews: (news) => {
    if (news.kind === "snapshot") console.log(news.pos, ...Object.keys(news.rows));
    if (news.kind === "rows") console.log(news.pos, ...Object.keys(news.set));
  },
});
live.follow(process.argv[2] ?? "", null);
live.start();
