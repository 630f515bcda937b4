import { useEffect, useId, useRef, useState } from "preact/hooks";
import { words } from "../words/words.ts";

export interface Action {
  readonly name: string;
  readonly run: () => void;
}

const KEY = "F2";

/** What can be done on this page, by typing a part of its name. F2 types nothing on a Danish keyboard. */
export function Actions({ actions }: { actions: readonly Action[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const list = useId();

  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (event.key !== KEY || dialog.current === null || dialog.current.open) return;
      event.preventDefault();
      show(dialog.current);
    };
    addEventListener("keydown", open);
    return () => removeEventListener("keydown", open);
  }, []);

  const found = actions.filter((action) => action.name.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()));
  const current = Math.min(chosen, found.length - 1);
  const run = (action: Action | undefined): void => {
    if (action === undefined) return;
    dialog.current?.close();
    action.run();
  };
  const steer = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) setChosen((current + step + found.length) % found.length);
    else if (event.key === "Enter") run(found[current]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <button
        type="button"
        class="function-link"
        aria-keyshortcuts={KEY}
        onClick={() => dialog.current && show(dialog.current)}
      >
        {words.actions.open} ({KEY})
      </button>
      <dialog ref={dialog} class="actions" aria-label={words.actions.title} onClose={() => setTyped("")}>
        <input
          class="form-input"
          role="combobox"
          aria-label={words.actions.find}
          placeholder={words.actions.find}
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found.length > 0 ? `${list}-${current}` : undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={steer}
        />
        <ul id={list} role="listbox" aria-label={words.actions.title}>
          {found.map((action, index) => (
            <li
              key={action.name}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === current}
              onClick={() => run(action)}
            >
              {action.name}
            </li>
          ))}
        </ul>
        {found.length === 0 && <p>{words.actions.none}</p>}
        <button type="button" class="function-link" onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </dialog>
    </>
  );
}

function show(dialog: HTMLDialogElement): void {
  dialog.showModal();
  dialog.querySelector("input")?.focus();
}
