import { openMade } from "../rows/open.tsx";
import { listAddressOf } from "./address.ts";
import { ListPage } from "./list-page.ts";
import { ListSheet } from "./ListSheet.tsx";

openMade(listAddressOf(location), <ListSheet />, (address, voice) => new ListPage(address, voice));
