import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Drafts } from "../live/drafts.ts";
import { signOut } from "../live/session.ts";
import { inLanguage, language } from "../words/language.ts";
import { words } from "../words/words.ts";
import { Button } from "./Button.tsx";

/** Signing out wipes what was written here and not sent, so it asks first when there is something to lose. */
export function SignOut({ leaving, drafts }: { leaving: Signal<boolean>; drafts: Drafts | null }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const unsent = leaving.value ? (drafts?.count() ?? 0) : 0;
  const leave = async (): Promise<void> => {
    await signOut();
    drafts?.wipe();
    location.assign(inLanguage("/log-ind", language));
  };
  useEffect(() => {
    if (!leaving.value) return;
    if (unsent === 0) void leave();
    else dialog.current?.showModal();
  }, [leaving.value]);
  return (
    <dialog ref={dialog} aria-labelledby="leaving-title" onClose={() => (leaving.value = false)}>
      <h2 id="leaving-title">{words.leaving.title}</h2>
      <p>{words.leaving.text(unsent)}</p>
      <div class="button-group">
        <Button kind="primary" onPress={() => dialog.current?.close()}>
          {words.leaving.stay}
        </Button>
        <Button onPress={() => void leave()}>{words.leaving.leave}</Button>
      </div>
    </dialog>
  );
}
