import { render } from "preact";
import { speaker } from "../parts/speaker.ts";
import { language } from "../words/language.ts";
import { Notices } from "./Notices.tsx";
import { Told } from "./told.ts";

document.documentElement.lang = language;
const told = new Told(speaker("spoken"));
const page = document.getElementById("page");
if (page === null) throw new Error("the page has no place to stand in");
render(<Notices told={told} />, page);
void told.enter();
