import { arrived } from "./arrival.ts";
import { render } from "preact";
import { language } from "../words/language.ts";
import { signIn } from "../words/sign-in/words.ts";
import { words } from "../words/words.ts";
import { SignIn } from "./SignIn.tsx";

document.documentElement.lang = language;
document.title = `${signIn.title} – ${words.product}`;
const page = document.getElementById("page");
if (page === null) throw new Error("the page has no place to stand in");
render(<SignIn arrived={arrived} />, page);
