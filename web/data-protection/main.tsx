import { render } from "preact";
import { AroundForms } from "../forms/around.ts";
import { speaker } from "../parts/speaker.ts";
import { language } from "../words/language.ts";
import { DataProtection } from "./DataProtection.tsx";
import { Watching } from "./watching.ts";

document.documentElement.lang = language;
const watching = new Watching(speaker("spoken"));
const page = document.getElementById("page");
if (page === null) throw new Error("the page has no place to stand in");
render(
  <AroundForms.Provider value={watching.around}>
    <DataProtection watching={watching} />
  </AroundForms.Provider>,
  page,
);
void watching.enter();
