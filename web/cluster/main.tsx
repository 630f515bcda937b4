import { sheetAddressOf } from "../rows/address.ts";
import { openPage } from "../rows/open.tsx";
import { Front } from "./Front.tsx";

/** A cluster's own address says nothing more. */
const TOPICS = { "": ["front", "actions", "meetings"] } as const;

openPage(sheetAddressOf(location, TOPICS), <Front />);
