// The view as a whole: the answer first and what it waits for, then what it rests on in a line each, then the areas.

import { useEffect } from "preact/hooks";
import { Answer } from "./Answer.tsx";
import { Criteria } from "./Criteria.tsx";
import { Files } from "./Files.tsx";
import { ProjectFold } from "./Project.tsx";
import { Questions } from "./Questions.tsx";
import { RejectedList } from "./Rejected.tsx";
import { useText } from "./language.ts";
import { keepProject, takenUp, takeUpKept } from "./project.ts";
import { lookForOwn } from "./sets.ts";
import { loaded, warmUp } from "./state.ts";
import { Workbench } from "./Workbench.tsx";

export function Areas() {
  const { language } = useText();
  useEffect(() => {
    warmUp();
    void takeUpKept(language)
      .then(() => lookForOwn(language, takenUp.value !== null))
      .finally(keepProject);
  }, [language]);
  return (
    <>
      <Answer />
      {loaded.value !== null && <Questions run={loaded.value} />}
      <Files />
      <Criteria />
      <ProjectFold />
      {loaded.value !== null && (
        <>
          {loaded.value.summary.totals.areas > 0 && <Workbench run={loaded.value} />}
          <RejectedList run={loaded.value} />
        </>
      )}
    </>
  );
}
