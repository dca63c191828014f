// The way without the page's own fetching: each table's exact download, its page, and the whole table as a file.

import { address } from "../addresses.ts";
import { useText } from "./language.ts";
import { placeName } from "./places.ts";
import { Typed } from "./Problems.tsx";
import { below } from "./root.ts";
import { addressOf, missing, service } from "./sources.ts";
import { asked } from "./state.ts";
import { TableLink } from "./TableLink.tsx";

export function ByHand() {
  const { text, language } = useText();
  const all = asked.value;
  const hasBulk = all.some(({ table }) => table.bulk !== null);
  return (
    <section class="fetch-hand" aria-labelledby="hand-title">
      <h2 id="hand-title">{text.byHand.title}</h2>
      <p>{text.byHand.intro}</p>
      <ul>
        {all.map((query) => (
          <li key={`${query.table.name} ${query.place}`}>
            {text.byHand.table(
              query.table.title[language],
              [query.year, ...(query.place === "" ? [] : [placeName(query.place)])].join(", "),
            )}
            :{" "}
            {query.table.id === null ? (
              text.byHand.noAddress
            ) : (
              <a href={addressOf(service.bases[0] ?? "", query.table.id, query, language)} rel="noreferrer" download="">
                {text.byHand.direct}
              </a>
            )}{" "}
            <TableLink table={query.table} language={language}>
              {text.byHand.page}
            </TableLink>{" "}
            {query.table.bulk !== null && (
              <a href={query.table.bulk} rel="noreferrer">
                {text.byHand.bulk}
              </a>
            )}
          </li>
        ))}
        <li>
          {text.byHand.missing}: {missing.why[language]}
        </li>
      </ul>
      {hasBulk && <p class="help">{text.byHand.bulkNote}</p>}
      <p>
        <a href={below(address("areas", language), language)}>{text.byHand.drop}</a>
      </p>
      <Typed />
      <p class="help">{text.byHand.seen}</p>
    </section>
  );
}
