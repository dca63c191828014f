// The texts of municipalities beside each other, in Swedish: the reference that the English ones follow.

export const beside = {
  title: "Kommuner bredvid varandra",
  intro:
    "Välj två till fyra kommuner. De står i den ordning du väljer dem. Antalet områden beror på hur kommunen är indelad, så det säger inget i sig. Siffran för hela kommunen och för riket är deras egen rad i filerna.",
  municipality: (nth: number) => `Kommun ${nth}`,
  choose: "välj kommun",
  leave: "ta bort",
  own: (value: string) => `hela kommunen: ${value}`,
  inFiles: "Riket i filerna",
  country: "Sverige enligt källan",
  threshold: "Gräns",
  areas: "Områden",
  meets: "Uppfyller kriterierna",
  undetermined: "Går inte att avgöra",
  met: (met: string, of: string) => (of === "0" ? "ingen siffra" : `uppfyllt i ${met} av ${of}`),
  unknown: "anges inte",
};

export type BesideText = typeof beside;
