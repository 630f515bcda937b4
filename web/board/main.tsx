import { sheetAddressOf } from "../rows/address.ts";
import { openPage } from "../rows/open.tsx";
import { TOPICS } from "./address.ts";
import { Board } from "./Board.tsx";
import { Initiative } from "./Initiative.tsx";
import { tellColour, tellStep } from "./telling.ts";

const address = sheetAddressOf(location, TOPICS);
if (address?.sheet === "indsats") openPage(address, <Initiative name={address.name} />, tellStep);
else openPage(address, <Board />, tellColour);
