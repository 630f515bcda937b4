/** English words of what the chairs do in the meeting room. A missing one does not compile. */

import type { ChairWords } from "./da.ts";

export const en: ChairWords = {
  presses: "For the chairs",
  person: "Who",
  choose: "Choose",
  reason: "Reason",
  text: "Text",
  shut: {
    open: "Shut the doors",
    title: (number) => `Shut the doors for item ${number}`,
    legalBasis: "Legal basis",
    legalBasisHint: "For example the Public Administration Act, section 27(1)(1). Everyone can read it.",
    titleClosed: "The title is closed too",
    send: "Shut the doors",
    recorded: (number) => `Item ${number} is held behind closed doors.`,
  },
  doors: {
    open: "Open the doors",
    title: (number) => `Open the doors for item ${number}`,
    send: "Open the doors",
    recorded: (number) => `Item ${number} is open again.`,
  },
  extract: {
    open: "Publish an extract",
    title: (number) => `Extract of closed item ${number}`,
    hint: "Everyone can read it. It takes the place of an earlier extract.",
    send: "Publish the extract",
    recorded: (number) => `An extract of item ${number} is published.`,
  },
  reopen: {
    open: "Reopen the item",
    title: (number) => `Reopen item ${number}`,
    send: "Reopen the item",
    recorded: (number) => `Item ${number} is open again.`,
  },
  lift: {
    open: "Lift a recusal",
    title: (number) => `Lift a recusal at item ${number}`,
    hint: "Only if it was declared by mistake.",
    send: "Lift the recusal",
    recorded: (number) => `The recusal at item ${number} is lifted.`,
  },
  lacks: {
    person: "Choose a person.",
    reason: "Write a reason.",
    legalBasis: "Write the legal basis.",
    text: "Write a text.",
  },
};
