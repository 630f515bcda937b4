import { base64 } from "../../clients/ts/verify/bytes.ts";
import type { PrintedVerdict } from "../../clients/ts/verify/printed.ts";
import { Alert } from "../parts/Alert.tsx";
import type { Tone } from "../parts/Alert.tsx";
import { verify } from "../words/verify/words.ts";
import type { OnPaper } from "./checking.ts";
import { Witnesses } from "./Outcome.tsx";

const TONES: Record<PrintedVerdict, Tone> = {
  WITNESSED: "success",
  UNWITNESSED: "warning",
  "OTHER-ORIGIN": "error",
  "NOT-INCLUDED": "error",
  UNSIGNED: "error",
};

/** What the proof on minutes shows, and the hashes by which a bundle is known to be of the same record. */
export function PaperOutcome({ onPaper: { printed, verdict, seen } }: { onPaper: OnPaper }) {
  const holds = TONES[verdict] !== "error";
  return (
    <>
      <Alert tone={TONES[verdict]} heading={verify.printed.verdicts[verdict]}>
        {verify.printed.meanings[verdict]}
      </Alert>
      {holds && (
        <>
          <p>{verify.printed.shows(printed.position, printed.size)}</p>
          <dl class="evidence">
            <dt>{verify.printed.leaf}</dt>
            <dd>{base64(printed.leaf)}</dd>
            <dt>{verify.printed.root}</dt>
            <dd>{base64(printed.root)}</dd>
          </dl>
          <Witnesses seen={seen} />
        </>
      )}
    </>
  );
}
