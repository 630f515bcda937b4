import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../words/words.ts";

export interface Action {
  readonly name: string;
  readonly run: () => void;
}

const KEY = "F2";

/** What can be done on this page, by typing a part of its name. F2 types nothing on a Danish keyboard. */
export function Actions({ actions }: { actions: readonly Action[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [openings, setOpenings] = useState(0);
  const open = (): void => {
    if (dialog.current === null || dialog.current.open) return;
    setOpenings((before) => before + 1);
    dialog.current.showModal();
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== KEY) return;
      event.preventDefault();
      open();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button type="button" class="function-link" aria-keyshortcuts={KEY} onClick={open}>
        {words.actions.open} ({KEY})
      </button>
      <dialog ref={dialog} class="actions" aria-label={words.actions.title}>
        <Search key={openings} actions={actions} onClose={close} />
        <button type="button" class="function-link" onClick={close}>
          {words.close}
        </button>
      </dialog>
    </>
  );
}

/** Empty at every opening: it is a new one each time. */
function Search({ actions, onClose }: { actions: readonly Action[]; onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  // Before the next key can come: what is typed right after F2 must not be lost.
  useLayoutEffect(() => input.current?.focus(), []);

  const sought = typed.trim().toLocaleLowerCase();
  const found = actions.filter((action) => action.name.toLocaleLowerCase().includes(sought));
  const current = Math.min(chosen, found.length - 1);
  const run = (action: Action | undefined): void => {
    if (action === undefined) return;
    onClose();
    action.run();
  };
  const steer = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) setChosen((current + step + found.length) % found.length);
    else if (event.key === "Enter") run(found[current]);
    else return;
    event.preventDefault();
  };
  const search = (text: string): void => {
    setTyped(text);
    setChosen(0);
  };
  return (
    <>
      <input
        ref={input}
        class="form-input"
        role="combobox"
        aria-label={words.actions.find}
        placeholder={words.actions.find}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? `${list}-${current}` : undefined}
        value={typed}
        onInput={(event) => search(event.currentTarget.value)}
        onKeyDown={steer}
      />
      <Found id={list} actions={found} current={current} onChoose={run} />
      {found.length === 0 && <p>{words.actions.none}</p>}
    </>
  );
}

interface FoundProps {
  readonly id: string;
  readonly actions: readonly Action[];
  readonly current: number;
  readonly onChoose: (action: Action) => void;
}

function Found({ id, actions, current, onChoose }: FoundProps) {
  return (
    <ul id={id} role="listbox" aria-label={words.actions.title}>
      {actions.map((action, index) => (
        <li
          key={action.name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === current}
          onClick={() => onChoose(action)}
        >
          {action.name}
        </li>
      ))}
    </ul>
  );
}
