import type { Verdict } from "../../clients/ts/verify/bundle.ts";
import type { Seen } from "../../clients/ts/verify/trust.ts";
import { Alert } from "../parts/Alert.tsx";
import type { Tone } from "../parts/Alert.tsx";
import { format } from "../words/format.ts";
import { verify } from "../words/verify/words.ts";
import type { Outcome as Came } from "./checking.ts";

const TONES: Record<Verdict, Tone> = {
  WITNESSED: "success",
  UNWITNESSED: "warning",
  INCOMPLETE: "warning",
  DIVERGES: "error",
  BROKEN: "error",
};

/** The verdict on a bundle, each thing that was found, and what was looked at. */
export function Outcome({ outcome }: { outcome: Came }) {
  if ("badHead" in outcome) return <Alert tone="error" heading={verify.bundle.badHead(outcome.badHead)} />;
  if ("refused" in outcome) {
    const { reason, where } = outcome.refused;
    return (
      <Alert tone="error" heading={verify.refused}>
        {verify.reasons[reason]}: <span class="evidence">{where.slice(0, 200)}</span>
      </Alert>
    );
  }
  const { verdict, findings, more, manifest, seen, texts } = outcome.result;
  return (
    <>
      <Alert tone={TONES[verdict]} heading={verify.verdicts[verdict]}>
        {verify.meanings[verdict]}
      </Alert>
      {findings.length > 0 && (
        <ul class="evidence">
          {findings.map((each, at) => (
            <li key={at}>{verify.finding(each)}</li>
          ))}
          {more > 0 && <li>{verify.more(more)}</li>}
        </ul>
      )}
      <p>
        {verify.facts.events(manifest.events, manifest.size)} {texts > 0 && verify.facts.texts(texts)}
      </p>
      <Witnesses seen={seen} />
    </>
  );
}

export function Witnesses({ seen }: { seen: readonly Seen[] }) {
  if (seen.length === 0) return <p>{verify.facts.nobody}</p>;
  return (
    <>
      <p>{verify.facts.witnesses}</p>
      <ul>
        {seen.map(({ organisation, at }) => (
          <li key={organisation}>
            {organisation}, {momentOf(at)}
          </li>
        ))}
      </ul>
    </>
  );
}

function momentOf(seconds: number): string {
  const at = new Date(seconds * 1_000);
  // A witness may write any number it likes.
  return Number.isNaN(at.getTime()) ? String(seconds) : `${format.day(at)} ${format.time(at)}`;
}
