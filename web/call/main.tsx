import { render } from "preact";
import { AroundForms } from "../forms/around.ts";
import { speaker } from "../parts/speaker.ts";
import { language } from "../words/language.ts";
import { CallPage } from "./CallPage.tsx";
import { Calling } from "./calling.ts";

document.documentElement.lang = language;
const calling = new Calling(location.pathname.split("/")[1] ?? "", speaker("spoken"));
const page = document.getElementById("page");
if (page === null) throw new Error("the page has no place to stand in");
render(
  <AroundForms.Provider value={calling.around}>
    <CallPage calling={calling} />
  </AroundForms.Provider>,
  page,
);
void calling.enter();
