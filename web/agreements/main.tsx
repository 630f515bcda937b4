import { openPage } from "../rows/open.tsx";
import { agreementsAddressOf } from "./address.ts";
import { Agreements } from "./Agreements.tsx";
import { Estate } from "./Estate.tsx";
import { Indicators } from "./Indicators.tsx";
import { Learning } from "./Learning.tsx";

const CONTENT = { aftaler: Agreements, indikatorer: Indicators, laering: Learning, bo: Estate } as const;

const address = agreementsAddressOf(location);
const Content = CONTENT[address?.sheet ?? "aftaler"];
openPage(address, <Content />);
