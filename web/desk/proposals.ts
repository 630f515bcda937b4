/** Effects on proposals, and on an initiative that has to wait. */

import { field, made, optional, several } from "./effect-kind.ts";
import type { Kind } from "./effect-kind.ts";

export const PROPOSALS = {
  hold: {
    goesTo: "condition",
    fields: () => [field("initiative", "initiative"), field("condition", "condition"), field("extent", "extent")],
    wire: ({ fields }) => ({ initiative: fields["initiative"], condition: fields["condition"], extent: fields["extent"] }),
  },
  "form-proposal": {
    goesTo: "proposal",
    fields: () => [field("name", "line"), field("how", "forming"), optional("outOf", "proposals")],
    wire: (effect, place) => ({
      proposal: made("proposal", effect, place),
      title: effect.fields["name"],
      how: effect.fields["how"],
      out_of: several(effect.fields["outOf"]),
    }),
  },
  "rank-proposal": {
    goesTo: "proposal",
    fields: () => [field("proposal", "proposal"), optional("place", "place"), optional("reason", "text")],
    wire: ({ fields }) => ({
      proposal: fields["proposal"],
      ...(fields["place"] ? { order: Number(fields["place"]) } : {}),
      ...(fields["reason"] ? { reason: fields["reason"] } : {}),
    }),
  },
  "recommend-proposal": {
    goesTo: "proposal",
    fields: () => [field("proposal", "proposal"), field("body", "body"), field("strength", "strength")],
    wire: ({ fields }) => ({ proposal: fields["proposal"], to_body: fields["body"], strength: fields["strength"] }),
  },
  "park-proposal": {
    goesTo: "proposal",
    fields: () => [field("proposal", "proposal"), field("reason", "text")],
    wire: ({ fields }) => ({ proposal: fields["proposal"], reason: fields["reason"] }),
  },
  "choose-proposal": {
    goesTo: "proposal",
    fields: () => [field("proposal", "proposal")],
    wire: ({ fields }) => ({ proposal: fields["proposal"] }),
  },
  "approve-proposal": {
    goesTo: "proposal",
    fields: () => [field("proposal", "budgeted")],
    wire: ({ fields }) => ({ proposal: fields["proposal"] }),
  },
  "turn-down-proposal": {
    goesTo: "proposal",
    fields: () => [field("proposal", "proposal"), field("reason", "text")],
    wire: ({ fields }) => ({ proposal: fields["proposal"], reason: fields["reason"] }),
  },
} as const satisfies Readonly<Record<string, Kind>>;
