/** A page of rows comes to its place in the document. */

import { render } from "preact";
import type { ComponentChildren } from "preact";
import { AroundForms } from "../forms/around.ts";
import { NoAnswer } from "../live/ask.ts";
import { speaker } from "../parts/speaker.ts";
import { language } from "../words/language.ts";
import { OnPage, RowPage } from "./page.ts";
import type { RowsAddress, Telling } from "./page.ts";
import type { Voice } from "../live/announcer.ts";

/** `telling` says what is read aloud of news. */
export function openPage(address: RowsAddress | null, sheet: ComponentChildren, telling?: Telling): void {
  openMade(address, sheet, (found, voice) => new RowPage(found, voice, telling));
}

/** As `openPage`, of a page that knows more than its rows. */
export function openMade<A extends RowsAddress>(
  address: A | null,
  sheet: ComponentChildren,
  make: (address: A, voice: Voice) => RowPage,
): void {
  document.documentElement.lang = language;
  const place = document.getElementById("page");
  if (address === null) throw new NoAnswer(`no page at ${location.pathname}`);
  if (place === null) throw new Error("the page has no place to stand in");
  const page = make(address, speaker("spoken"));
  render(
    <OnPage.Provider value={page}>
      <AroundForms.Provider value={page.around}>{sheet}</AroundForms.Provider>
    </OnPage.Provider>,
    place,
  );
  void page.enter();
}
