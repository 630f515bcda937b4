/** The same words in English. A missing one does not compile. */

import type { ReplayWords } from "./da.ts";

export const en: ReplayWords = {
  name: "As it stood",
  before: "Previous event",
  after: "Next event",
  history: "History",
  compare: "Compare with now",
  last: (position) => `As it stood after event ${position}:`,
  first: "Nothing had happened then.",
  farBack: "The latest event of the cluster lies far before.",
};
