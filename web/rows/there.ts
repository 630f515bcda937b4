import { useEffect } from "preact/hooks";

/** A link names a row: it is opened, scrolled to, and gets the focus, once the rows are there. */
export function useGoThere(): void {
  useEffect(() => {
    go();
    addEventListener("hashchange", go);
    return () => removeEventListener("hashchange", go);
  }, []);
}

function go(): void {
  const name = decodeURIComponent(location.hash.slice(1));
  if (name === "") return;
  const row = document.getElementById(name) ?? document.querySelector(`[id^="${CSS.escape(name)}/"]`);
  if (!(row instanceof HTMLElement)) return;
  const fold = row.closest("details");
  if (fold !== null) fold.open = true;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "start" });
}
