import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { BadTrust } from "../../clients/ts/verify/trust.ts";
import { Alert } from "../parts/Alert.tsx";
import { Button } from "../parts/Button.tsx";
import { Header } from "../parts/Header.tsx";
import { verify } from "../words/verify/words.ts";
import { words } from "../words/words.ts";
import type { Checking } from "./checking.ts";
import { chosenFolder, droppedFolder } from "./dropped.ts";
import { FilesField, LongField } from "./fields.tsx";
import { Outcome } from "./Outcome.tsx";
import { PaperOutcome } from "./PaperOutcome.tsx";

/** Where anybody verifies a part of a record, or the proof on minutes, without asking whoever keeps it. */
export function Verify({ checking }: { checking: Checking }) {
  useEffect(() => {
    document.title = `${verify.title} – ${words.product}`;
  }, []);
  return (
    <>
      <Header />
      <main id="main-content" tabIndex={-1}>
        <div class="width list-head">
          <h1>{verify.title}</h1>
          <p>{verify.lead}</p>
        </div>
        <div class="width list">
          <Alert tone="info">{verify.offline}</Alert>
          {checking.able.value ? (
            <>
              <TrustChoice checking={checking} />
              <BundleChoice checking={checking} />
              <PaperChoice checking={checking} />
            </>
          ) : (
            <Alert tone="error" heading={verify.cannot}>
              {verify.cannotNext}
            </Alert>
          )}
        </div>
      </main>
    </>
  );
}

function TrustChoice({ checking }: { checking: Checking }) {
  const { trust } = verify;
  const taken = checking.trust.value;
  const wrong = taken instanceof BadTrust ? `${trust.refused} ${trust.reasons[taken.code](taken.what)}` : null;
  return (
    <section aria-labelledby="trust-heading">
      <h2 id="trust-heading">{trust.heading}</h2>
      <FilesField
        id="trust"
        label={trust.label}
        hint={trust.hint}
        error={wrong}
        onChosen={(files) => void checking.chooseTrust(files[0])}
      />
      {taken !== null && !(taken instanceof BadTrust) && (
        <p>
          {trust.taken(taken.origin, new Set(taken.witnesses.map((each) => each.organisation)).size, taken.organisations)}
          {taken.headFiles.length > 0 && ` ${trust.headFiles(taken.headFiles)}`}
        </p>
      )}
    </section>
  );
}

/** Why nothing can be verified yet; null: it can. */
function lacking(checking: Checking): string | null {
  const trust = checking.trust.value;
  return trust === null || trust instanceof BadTrust ? verify.trust.first : null;
}

function BundleChoice({ checking }: { checking: Checking }) {
  const { bundle } = verify;
  const [folder, read] = [checking.folder.value, checking.read.value];
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (event.dataTransfer === null) return;
    void droppedFolder(event.dataTransfer).then((chosen) => checking.chooseFolder(chosen));
  };
  const not = lacking(checking) ?? (folder === null ? bundle.first : null);
  return (
    <section aria-labelledby="bundle-heading" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h2 id="bundle-heading">{bundle.heading}</h2>
      <FilesField
        id="bundle"
        label={bundle.label}
        hint={bundle.hint}
        folder
        onChosen={(files) => checking.chooseFolder(chosenFolder(files))}
      />
      {folder !== null && <p>{bundle.chosen(folder.name, folder.files.size)}</p>}
      <FilesField
        id="heads"
        label={bundle.heads}
        hint={bundle.headsHint}
        several
        onChosen={(files) => checking.chooseHeads(files)}
      />
      <p>
        <Button kind="primary" not={not} onPress={() => void checking.checkBundle()}>
          {bundle.check}
        </Button>
      </p>
      {read !== null && (
        <progress class="reading" aria-label={bundle.reading} max={1} value={read}>
          {bundle.read(Math.floor(read * 100))}
        </progress>
      )}
      {checking.outcome.value !== null && <Outcome outcome={checking.outcome.value} />}
      <p>{verify.beyond}</p>
    </section>
  );
}

function PaperChoice({ checking }: { checking: Checking }) {
  const { printed } = verify;
  // Whoever comes from minutes brings their proof along; what stands behind the # is sent to nobody.
  const text = useSignal(location.hash.slice(1));
  const onPaper = checking.onPaper.value;
  return (
    <section aria-labelledby="printed-heading">
      <h2 id="printed-heading">{printed.heading}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void checking.checkPrinted(text.value);
        }}
      >
        <LongField
          id="printed"
          label={printed.label}
          hint={printed.hint}
          value={text.value}
          error={onPaper === "none" ? printed.none : null}
          onValue={(value) => (text.value = value)}
        />
        <Button type="submit" not={lacking(checking)}>
          {printed.check}
        </Button>
      </form>
      {onPaper !== null && onPaper !== "none" && <PaperOutcome onPaper={onPaper} />}
    </section>
  );
}
