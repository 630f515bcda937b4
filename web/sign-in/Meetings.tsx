import type { MeetingRef } from "../live/session.ts";
import { pageOf } from "../parts/address.ts";
import { capital, format } from "../words/format.ts";
import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { byNearness } from "./landing.ts";

/** More than one meeting: the reader chooses. */
export function Meetings({ meetings }: { meetings: readonly MeetingRef[] }) {
  return (
    <section>
      <h2>{words.signInPage.meetings}</h2>
      {meetings.length === 0 && <p>{words.signInPage.noMeetings}</p>}
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
