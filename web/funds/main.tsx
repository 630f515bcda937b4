import { sheetAddressOf } from "../rows/address.ts";
import { openPage } from "../rows/open.tsx";
import { TOPICS } from "./address.ts";
import { Applications } from "./Applications.tsx";
import { Fund } from "./Fund.tsx";
import { Funds } from "./Funds.tsx";
import { tellPosting } from "./telling.ts";

const CONTENT = { puljer: Funds, pulje: Fund, ansoegninger: Applications } as const;

const address = sheetAddressOf(location, TOPICS);
const Content = CONTENT[address?.sheet ?? "puljer"];
openPage(address, <Content />, tellPosting);
