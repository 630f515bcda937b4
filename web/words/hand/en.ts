/** English words of raised hands, and of many who are online. A missing one does not compile. */

import type { HandWords } from "./da.ts";

export const en: HandWords = {
  raise: "Raise hand",
  lower: "Lower hand",
  offline: "Can be raised once the page is connected.",
  up: (n) => `Raised hands: ${n}`,
  isUp: ", hand raised",
  raised: (name) => `${name} raises a hand.`,
  ownUp: (n) => `Your hand is up. You are number ${n} in line.`,
  ownDown: "Your hand is down.",
  lowerShort: "Lower",
  lowerOf: (name) => `Lower: the hand of ${name}`,
  many: "Too many are online to name them all.",
};
