// The view as a whole: the answer first and what it waits for, then the files it rests on, then the areas one by one.

import { useEffect } from "preact/hooks";
import { Answer } from "./Answer.tsx";
import { Criteria } from "./Criteria.tsx";
import { Explore } from "./Explore.tsx";
import { Exports } from "./Exports.tsx";
import { Files } from "./Files.tsx";
import { Filters } from "./Filters.tsx";
import { Pager } from "./Pager.tsx";
import { Questions } from "./Questions.tsx";
import { RejectedList } from "./Rejected.tsx";
import { useText } from "./language.ts";
import { lookForOwn } from "./sets.ts";
import { isBusy, loaded, takeUpRecipes, warmUp } from "./state.ts";
import { AreaTable } from "./Table.tsx";
import { Understood } from "./Understood.tsx";

export function Areas() {
  const { language } = useText();
  useEffect(() => {
    warmUp();
    takeUpRecipes();
    void lookForOwn(language);
  }, [language]);
  return (
    <>
      <Answer />
      {loaded.value !== null && <Questions run={loaded.value} />}
      <Files />
      <Criteria />
      {loaded.value !== null && (
        <>
          <Understood run={loaded.value} />
          {loaded.value.summary.totals.areas > 0 && (
            <>
              <section class="areas" aria-busy={isBusy.value ? true : undefined}>
                <Filters />
                <AreaTable />
                <Pager />
              </section>
              <Explore run={loaded.value} />
              <Exports run={loaded.value} />
            </>
          )}
          <RejectedList run={loaded.value} />
        </>
      )}
    </>
  );
}
