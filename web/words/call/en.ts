/** English words of the call to a meeting. A missing one does not compile. */

import { formatIn } from "../format.ts";
import type { CallWords } from "./da.ts";

const { time, day } = formatIn("en");

export const en: CallWords = {
  title: "Call a meeting",
  body: "Body",
  choose: "Choose",
  summoned: "Who is called (none chosen: the whole body)",
  patients: "Patients and relatives",
  form: "How you meet",
  place: "Place",
  link: "Link",
  day: "Day of the meeting",
  from: "Begins at",
  to: "Ends at",
  clockHint: "18:00, say",
  send: "Call the meeting",
  called: (at) => `The meeting is called: ${day(at)} at ${time(at)}.`,
  toDesk: "To the desk of the meeting",
  notYours: "Only the secretariat calls meetings. You hold no secretariat seat in this cluster.",
  loading: "Loading …",
  mayBeEmpty: "May be empty.",
  lacks: {
    clock: "Write the time as 18:05.",
    day: "Write a day that exists.",
    body: "Choose a body.",
    form: "Choose how you meet.",
    place: "Write a place.",
    ends: "The meeting must end after it begins.",
  },
};
