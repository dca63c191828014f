// What stands behind a figure, in Swedish: the reference that the English texts follow.

export const text = {
  definition: "Vad den mäter",
  find: "Var du hittar den",
  findNote: "Tabellernas nummer kommer från andras anteckningar. Vi har inte kunnat kontrollera dem hos SCB.",
  areas: "DeSO är SCB:s minsta områden, med 700 till 2 700 boende. RegSO är större och har namn.",
  newTab: "(öppnas i en ny flik)",
  breaks: "När sättet att mäta ändrades",
  open: "Vad promemorian inte säger",
  threshold: "Gränsen i källan",
  average: "Riksgenomsnittet i källan",
  precision: "Avrundning och osäkerhet",
  exact: "Siffran är exakt, inte avrundad",
  exactHelp: "Annars räknas den som avrundad till de decimaler du skrev: 60 står för 59,5 till 60,5 och 60,0 för 59,95 till 60,05.",
  known: "Antal personer som procenttalet gäller, om du vet det",
  noise: "Antalen kan vara fel med upp till så här många personer",
  noiseHelp: "Från referensår 2025 lägger SCB till ett litet slumptal på antalen. Tomt betyder att antalen stämmer.",
  trace: {
    label: "Räkna efter",
    intro: "Samma jämförelse med heltal, som du kan göra om för hand:",
  },
};

export type ExplanationText = typeof text;
