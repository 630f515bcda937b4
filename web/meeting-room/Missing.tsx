import { Alert } from "../parts/Alert.tsx";
import { asOf } from "../parts/address.ts";
import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";
import type { Missing as Reason } from "./room.ts";

/** Why there is nothing to show, and where to go instead. */
export function Missing({ missing }: { missing: Reason }) {
  return (
    <div class="width missing">
      <h1 class="room-heading">{words.cannotBeShown}</h1>
      <Why missing={missing} />
    </div>
  );
}

function Why({ missing }: { missing: Reason }) {
  switch (missing) {
    case "not-found":
      return (
        <Alert tone="info" heading={words.notFound}>
          <a href={inLanguage("/log-ind", language)}>{words.toMeetings}</a>
        </Alert>
      );
    case "no-moment":
      return (
        <Alert tone="info" heading={words.noMoment}>
          <a href={asOf(null, location)}>{words.toNow}</a>
        </Alert>
      );
    default:
      return (
        <Alert tone="error" heading={words.failed("")}>
          <a href={location.href}>{words.again}</a>
        </Alert>
      );
  }
}
