import { listOf } from "../lists/address.ts";
import { history } from "../words/history/words.ts";
import { useHistory } from "./history-page.ts";
import { pagesOf } from "./pages.ts";
import { asItWas } from "./as-it-was.ts";

/** Every page of the cluster as it was at the moment, that of the event itself first. */
export function PagesThen() {
  const { moment, address } = useHistory();
  const [position, entry] = [moment.shown.value, moment.entry.value];
  const place = entry === null ? null : listOf(entry.stream.id);
  return (
    <section aria-labelledby="pages">
      <h2 id="pages">{history.pages.heading}</h2>
      <p>{history.pages.lead(position)}</p>
      <ul class="choices pages-then">
        {place !== null && (
          <li>
            <a href={asItWas(place, position)}>{history.pages.then(entry?.stream.name ?? "")}</a>
          </li>
        )}
        {pagesOf(address.scope).map((page) => (
          <li key={page.address}>
            <a href={asItWas(page.address, position)}>{page.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
