import type { MeetingRef } from "../live/session.ts";
import { pageOf } from "../parts/address.ts";
import { capital, format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { signIn } from "../words/sign-in/words.ts";
import { words } from "../words/words.ts";
import { byNearness } from "./landing.ts";

/** The meetings a reader chooses among. */
export function Meetings({ meetings }: { meetings: readonly MeetingRef[] }) {
  if (meetings.length === 0) return null;
  return (
    <section>
      <h2>{signIn.meetings}</h2>
      <ul class="meetings">
        {meetings.toSorted(byNearness).map((meeting) => (
          <li key={meeting.topic}>
            <a href={inLanguage(pageOf(meeting.topic), language)}>{meeting.name}</a>
            <span class="quiet line">{when(meeting)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function when({ phase, starts_at }: MeetingRef): string {
  const state = words.phases[phase] ?? phase;
  return starts_at === null ? state : `${capital(format.weekday(starts_at))} ${format.time(starts_at)}. ${state}.`;
}
