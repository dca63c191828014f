// What would be seen of a press, the press, how far it is and what went wrong; folded away, all that it would send.

import { whole } from "../text/format.ts";
import { day } from "./day.ts";
import { Choose } from "./Choose.tsx";
import { useText } from "./language.ts";
import { placeName } from "./places.ts";
import { Problems } from "./Problems.tsx";
import { addressOf, type Query, service } from "./sources.ts";
import { TableLink } from "./TableLink.tsx";
import { areas, asked, fetchWanted, isComplete, looked, notKept, present, stop, underWay, wanted } from "./state.ts";

const hostOf = (nth: number) => new URL(service.hosts[nth] ?? "").host;

/** How many cells a question is about, as far as that is known before it is asked. */
function cellsOf({ table, division, place }: Query): number {
  const perArea = Object.values(table.select).reduce((product, { length }) => product * length, 1);
  // A place has some share of the country's areas: as many as a municipality has on average, or a county.
  const share = place === "" ? 1 : place.length === 2 ? 21 : 290;
  return Math.round((division.areas * perArea) / share);
}

/** To two digits: what is about a number is no exact one. */
function rounded(number: number): number {
  const step = 10 ** Math.max(0, String(number).length - 2);
  return Math.round(number / step) * step;
}

export function Sent() {
  const { text, language } = useText();
  const { level, places } = wanted.value;
  const all = asked.value;
  const where = places.length === 0 ? text.sent.whole : text.sent.places(places.map(placeName));
  const first = all.filter((query, nth) => all.findIndex((other) => other.table === query.table) === nth);
  return (
    <section class="fetch-sent" aria-labelledby="sent-title">
      <h2 id="sent-title">{text.sent.title}</h2>
      <p>
        {text.sent.first} {places.length === 0 ? text.sent.seesWhole : text.sent.seesPlaces}
      </p>
      <Press />
      <Problems />
      <details class="fetch-what">
        <summary>{text.sent.what}</summary>
        <p>{text.sent.to(hostOf(0), hostOf(1))}</p>
        <p>{text.sent.about(text.sent.level[level], where)}</p>
        <ul>
          {first.map(({ table, year }) => (
            <li key={table.name}>
              <TableLink table={table} language={language}>
                {text.sent.table(table.title[language], String(year))}
              </TableLink>
            </li>
          ))}
        </ul>
        <p>
          {text.sent.nothing} {text.sent.size(all.length, whole(rounded(all.reduce((sum, query) => sum + cellsOf(query), 0)), language))}
        </p>
        <h3>{text.sent.addresses}</h3>
        {all.some(({ table }) => table.id === null) && <p>{text.sent.unknownId}</p>}
        <ul class="fetch-addresses">
          {all.map((query) => (
            <li key={`${query.table.name} ${query.place}`}>
              {query.table.id === null
                ? `${service.bases[0]}/tables?lang=sv&query=${query.table.find?.query ?? ""}&pageSize=100`
                : addressOf(service.bases[0] ?? "", query.table.id, query, language)}
            </li>
          ))}
        </ul>
      </details>
      <Choose />
    </section>
  );
}

/** One button for beginning and stopping, so that the focus stays where it is. */
function Press() {
  const { text, language } = useText();
  const now = underWay.value;
  const got = present.value;
  const complete = isComplete.value;
  const label = complete ? text.get.again : got.length > 0 ? text.get.rest : text.get.start;
  const oldest = got.map(({ from }) => from.fetched).sort()[0];
  const press = (event: MouseEvent) => {
    // The second half of a double click would stop what the first began.
    if (event.detail > 1) return;
    if (now === null) void fetchWanted(language, complete);
    else stop();
  };
  return (
    <div class="fetch-press">
      <button
        type="button"
        class={complete || now !== null ? "button" : "button fetch-start"}
        data-fetch={now === null ? "start" : "stop"}
        onClick={press}
      >
        {now === null ? label : text.get.cancel}
      </button>
      {now !== null && <progress aria-label={text.get.progressLabel} max={now.of} value={now.done} />}
      <p role="status">
        {now !== null && text.get.progress(now.query.table.title[language], now.done + 1, now.of)}
        {now === null &&
          got.length > 0 &&
          (complete
            ? text.get.done(whole(areas.value.length, language), areas.value.length === 1)
            : text.get.part(got.length, asked.value.length))}{" "}
        {now === null && looked.value && oldest !== undefined && (notKept.value ? text.get.notKept : text.get.kept(day(oldest, language)))}
      </p>
    </div>
  );
}
