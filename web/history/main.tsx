import { speaker } from "../parts/speaker.ts";
import { openMade } from "../rows/open.tsx";
import { historyAddressOf } from "./address.ts";
import { History } from "./History.tsx";
import { HistoryPage } from "./history-page.ts";

const asked = historyAddressOf(location);
// The page itself is of now, whatever moment is looked at in it: what is recorded meanwhile makes its history longer.
const address = asked === null ? null : { scope: asked.scope, topics: [`${asked.scope}/people`, `${asked.scope}/meetings`], at: null, asked };
openMade(address, <History />, (found, voice) => new HistoryPage(found, voice, speaker("spoken")));
