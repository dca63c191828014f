// The texts of what areas are compared with, in Swedish: the reference that the English ones follow.

export const yardsticks = {
  country: "Riket",
  municipality: (name: string) => `${name} (kommunen)`,
  compare: "att jämföra med",
  none: "finns inte i filerna",
  help: "Överst står raderna för riket och kommunen som finns i filerna. De är inga områden och räknas inte med.",
  plot: "Prickade streck är riket och kommunen enligt filerna.",
  source: "Sverige enligt källan",
};

export type YardsticksText = typeof yardsticks;
