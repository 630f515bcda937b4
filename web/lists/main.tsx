import { render } from "preact";
import { NoAnswer } from "../live/ask.ts";
import { speaker } from "../parts/speaker.ts";
import { language } from "../words/language.ts";
import { listAddressOf } from "./address.ts";
import { ListSheet } from "./ListSheet.tsx";
import { ListPage, OnPage } from "./page.ts";

document.documentElement.lang = language;
const address = listAddressOf(location);
const place = document.getElementById("page");
if (address === null) throw new NoAnswer(`no list at ${location.pathname}`);
if (place === null) throw new Error("the page has no place to stand in");
const page = new ListPage(address, speaker("spoken"));
render(
  <OnPage.Provider value={page}>
    <ListSheet />
  </OnPage.Provider>,
  place,
);
void page.enter();
