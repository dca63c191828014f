// What the live parts of Om kriterierna say: the list with its map, and the planner.

export const text = {
  who: {
    list: "De {count} kommunerna",
    mapLabel:
      "Södra Sverige med en prick för centralorten i var och en av de {count} kommunerna. Ingen av dem ligger norr om Gävle. Samma kommuner står i listan.",
    mapNote: "Prickarna visar ungefär var centralorten ligger. Promemorian säger inte vilka områden i kommunerna det gäller.",
    mapKeys: "Piltangenterna går mellan kommunerna.",
    inset: "Utsnittet på Sverigekartan",
    code: "Kod",
    nothingChosen: "Välj en kommun i listan eller på kartan, eller sök.",
  },
  money: {
    ceilings: "Tak för 2018",
    unknown: "inte känt",
    about: "cirka",
    unit: "miljoner kronor",
  },
  apply: {
    start: "Perioden skulle börja",
    period: "Perioden",
    planned: "Planerat i hela landet",
    extension: "Förlängning skulle kunna sökas från {year}.",
    extensionUnplanned: "Förlängning skulle kunna sökas från {year}, men promemorian planerade inga pengar för det året.",
    failed: "Planeraren kunde inte laddas.",
    retry: "Försök igen",
    noPlan: "inga planerade",
    afterProgramme: "Reformprogrammet skulle sluta {last}. För åren därefter fanns bara pengarna i planen.",
    beyondPlan: "Perioden räcker längre än planen, som slutade {last}.",
    date: "En dag",
    byPlan: "Som det var tänkt",
    inFact: "Som det blev",
    noneByPlan: "Promemorian säger inget om den dagen.",
    noneInFact: "Stödet fanns inte den dagen.",
    notADate: "Skriv en dag som finns, till exempel 2019-01-01.",
  },
};

export type LiveText = typeof text;
