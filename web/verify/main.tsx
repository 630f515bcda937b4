import { render } from "preact";
import { speaker } from "../parts/speaker.ts";
import { language } from "../words/language.ts";
import { Checking } from "./checking.ts";
import { Verify } from "./Verify.tsx";

document.documentElement.lang = language;
const checking = new Checking(speaker("spoken"));
const page = document.getElementById("page");
if (page === null) throw new Error("the page has no place to stand in");
render(<Verify checking={checking} />, page);
void checking.enter();
