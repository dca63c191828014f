// What the live parts of About the criteria say.

import type { LiveText } from "./live.sv.ts";

export const text: LiveText = {
  who: {
    list: "The {count} municipalities",
    mapLabel:
      "Southern Sweden with a dot for the main town of each of the {count} municipalities. None of them lies north of Gävle. The list has the same municipalities.",
    mapNote: "The dots show roughly where the main town lies. The memo does not say which areas of the municipalities it means.",
    mapKeys: "The arrow keys move between the municipalities.",
    inset: "The detail on the map of Sweden",
    code: "Code",
    nothingChosen: "Choose a municipality in the list or on the map, or search.",
  },
  money: {
    ceilings: "Ceilings for 2018",
    unknown: "not known",
    about: "about",
    unit: "million kronor",
  },
  apply: {
    start: "The period was to begin in",
    period: "The period",
    planned: "Planned for the whole country",
    extension: "An extension was to be open from {year}.",
    extensionUnplanned: "An extension was to be open from {year}, but the memo planned no money for that year.",
    failed: "The planner could not be loaded.",
    retry: "Try again",
    noPlan: "none planned",
    afterProgramme: "The reform programme was to end in {last}. For the years after that the plan had only the money.",
    beyondPlan: "The period outlasts the plan, which ended in {last}.",
    date: "A day",
    byPlan: "As planned",
    inFact: "As it turned out",
    noneByPlan: "The memo says nothing of that day.",
    noneInFact: "The support did not exist on that day.",
    notADate: "Give a day that exists, such as 2019-01-01.",
  },
};
