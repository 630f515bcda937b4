import { arrived } from "./arrival.ts";
import { render } from "preact";
import { language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { SignIn } from "./SignIn.tsx";

document.documentElement.lang = language;
document.title = `${words.signInPage.title} – ${words.product}`;
const page = document.getElementById("page");
if (page === null) throw new Error("the page has no place to stand in");
render(<SignIn arrived={arrived} />, page);
