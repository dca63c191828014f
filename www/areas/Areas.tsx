// The view as a whole: the answer first, then the files it rests on, then the areas one by one.

import { useEffect } from "preact/hooks";
import { Answer } from "./Answer.tsx";
import { Explore } from "./Explore.tsx";
import { Exports } from "./Exports.tsx";
import { Files } from "./Files.tsx";
import { Filters } from "./Filters.tsx";
import { Pager } from "./Pager.tsx";
import { Reading } from "./Reading.tsx";
import { RejectedList } from "./Rejected.tsx";
import { isBusy, loaded, warmUp } from "./state.ts";
import { AreaTable } from "./Table.tsx";
import { Understood } from "./Understood.tsx";

export function Areas() {
  useEffect(warmUp, []);
  return (
    <>
      <Answer />
      <Files />
      {loaded.value !== null && (
        <>
          <Understood run={loaded.value} />
          <Reading />
          <section class="areas" aria-busy={isBusy.value ? true : undefined}>
            <Filters />
            <AreaTable />
            <Pager />
          </section>
          <Explore run={loaded.value} />
          <Exports run={loaded.value} />
          <RejectedList run={loaded.value} />
        </>
      )}
    </>
  );
}
