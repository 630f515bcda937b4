/** English words of the page of sign-in. A missing one does not compile. */

import type { SignInWords } from "./da.ts";

export const en: SignInWords = {
  title: "Sign in",
  target: "Sign in to go to the page you came from.",
  withOrganisation: "Sign in with your organisation",
  expired: "You were signed out because the time ran out. What you wrote is kept on this device.",
  loading: "Loading …",
  codeUsed: "The link cannot be used to sign in.",
  codeUsedNext: "Ask for a new link, or sign in with your organisation.",
  failed: "You were not signed in",
  faults: {
    "sign-in.unknown": "It took too long, or the sign-in was begun in another browser. Start again here.",
    "sign-in.refused": "Your organisation refused the sign-in. Try again, or ask your organisation.",
    "sign-in.issuer-down": "Your organisation's sign-in does not answer right now. Try again shortly.",
    "token.refused": "The answer from your organisation could not be accepted. Try again, or write to the secretariat.",
    "token.expired": "The answer from your organisation was too old. Try again.",
  },
  otherFault: "Something went wrong on the way. Try again.",
  development: "For development only",
  developmentText: "Choose who you want to be.",
  verify: "Verify the record",
  notices: "Notices by mail",
  clusters: "Your clusters",
  meetings: "Your meetings",
  noRight: "You are signed in but hold no seat in a cluster. Write to the secretariat.",
};
