import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { MinutesProof, MinutesProofProps } from "./MinutesProof.tsx";

const proof = signal<typeof MinutesProof | null>(null);

/** The proof of published minutes. It comes once the page stands: nobody waits for it to read them. */
export function ProofPart(props: MinutesProofProps) {
  useEffect(() => {
    void import("./MinutesProof.tsx").then((part) => (proof.value = part.MinutesProof)).catch(() => undefined);
  }, []);
  const Proof = proof.value;
  return Proof === null ? null : <Proof {...props} />;
}
