/** Danish words of the call to a meeting. */

import { formatIn } from "../format.ts";

const { time, day } = formatIn("da");

export const da = {
  title: "Indkald til møde",
  body: "Forum",
  choose: "Vælg",
  summoned: "Hvem indkaldes (ingen valgt: hele forummet)",
  patients: "Patienter og pårørende",
  form: "Mødeform",
  place: "Sted",
  link: "Link",
  day: "Mødedag",
  from: "Begynder kl.",
  to: "Slutter kl.",
  clockHint: "Fx 18.00",
  send: "Indkald",
  called: (at: string) => `Mødet er indkaldt: ${day(at)} ${time(at)}.`,
  toDesk: "Til mødets skrivebord",
  notYours: "Kun sekretariatet kan indkalde til møde. Du har ingen sekretariatsplads i denne klynge.",
  loading: "Henter …",
  mayBeEmpty: "Kan være tom.",
  lacks: {
    clock: "Skriv tiden som 18.05.",
    day: "Skriv en dag, der findes.",
    body: "Vælg et forum.",
    form: "Vælg, hvordan I mødes.",
    place: "Skriv et sted.",
    ends: "Mødet skal slutte, efter det begynder.",
  },
};

export type CallWords = typeof da;
