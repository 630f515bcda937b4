import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Heartbeat } from "../../clients/ts/messages.ts";
import { ask } from "../live/ask.ts";
import { Fold } from "../parts/Fold.tsx";
import { inLanguage, language } from "../words/language.ts";
import { proof as words } from "../words/proof/words.ts";

const STATES = ["registered", "sealed", "witnessed"] as const;

/** As the record answers. What comes with the seal is null before it. */
export interface Proof {
  readonly position: number;
  readonly state: (typeof STATES)[number];
  readonly size: number | null;
  readonly root: string | null;
  readonly organisations: readonly string[];
  readonly text: string | null;
}

export interface MinutesProofProps {
  /** Of the minutes. */
  readonly topic: string;
  /** A position or a time; null is now. */
  readonly at: string | null;
  /** The revision that stands published: another one has another proof. */
  readonly revision: number;
  readonly heartbeat: Heartbeat | null;
  readonly heading: "h2" | "h3";
}

/** How far published minutes are proven, and what shows it on paper: size, root, and a code that holds the proof. */
export function MinutesProof({ topic, at, revision, heartbeat, heading: Heading }: MinutesProofProps) {
  const kept = useSignal<Proof | null>(null);
  const reached = reachedBy(heartbeat, kept.value);
  const query = at === null ? "" : `?${new URLSearchParams({ at }).toString()}`;
  useEffect(() => {
    let left = false;
    void ask<Proof>(`/v1/${topic}/proof${query}`)
      .then((answer) => {
        if (!left) kept.value = answer;
      })
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [topic, query, revision, reached]);
  const proof = kept.value;
  if (proof === null) return null;
  return (
    <section class="proof" aria-labelledby="proof-heading">
      <Heading id="proof-heading">{words.title}</Heading>
      <p>{words.state(proof)}</p>
      {proof.text !== null && <Paper proof={proof} code={`/v1/${topic}/proof.svg${query}`} />}
    </section>
  );
}

function Paper({ proof, code }: { proof: Proof; code: string }) {
  return (
    <>
      <div class="proof-paper">
        {/* Drawn anew when the head under it is another. */}
        <img class="proof-code" key={proof.text} src={code} alt={words.code} />
        <dl>
          <dt>{words.event}</dt>
          <dd>{proof.position}</dd>
          <dt>{words.size}</dt>
          <dd>{proof.size}</dd>
          <dt>{words.root}</dt>
          <dd class="proof-letters">{proof.root}</dd>
        </dl>
      </div>
      <p>
        {words.how} <a href={`${inLanguage("/efterproev", language)}#${proof.text ?? ""}`}>{words.check}</a>
      </p>
      <Fold class="proof-text" summary={words.asText}>
        <p class="details-text proof-letters">{proof.text}</p>
      </Fold>
    </>
  );
}

/** How far the record says that it is proven, at the place of this proof, beyond what was answered: then it is asked for again. */
export function reachedBy(heartbeat: Heartbeat | null, proof: Proof | null): number {
  if (proof === null) return 0;
  const { sealed, witnessed } = heartbeat ?? {};
  const far = witnessed != null && witnessed >= proof.position ? 2 : sealed != null && sealed >= proof.position ? 1 : 0;
  return far > STATES.indexOf(proof.state) ? far : 0;
}
