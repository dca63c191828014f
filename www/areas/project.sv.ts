// The texts of the project, in Swedish: the reference that the English ones follow.

export const project = {
  label: "Projekt",
  kept: "Det du bestämmer sparas på din enhet hela tiden.",
  notes: "Noteringar",
  example: "Ett exempel sparas inte.",
  content: (size: string) => `Ta med det som står i filerna (${size})`,
  tooLarge: "Filerna är för stora för att tas med i projektet.",
  save: "Spara projektet som fil",
  help: "I filen står filernas namn och kontrollsummor, dina rättelser, kriterierna, filtret och noteringarna. Öppna den som en vanlig fil, här eller på en annan enhet. Filerna själva följer med bara om du kryssar för det.",
  fileName: "projekt",
  goesOn: (files: number): string =>
    files === 0
      ? "Här fortsätter ditt arbete. Dina rättelser, kriterier och noteringar är kvar. Välj filer för att räkna."
      : "Här fortsätter ditt arbete. Dina rättelser, kriterier, filter och noteringar är kvar. Välj filerna igen, eller nästa års filer:",
  differs: "Filerna är inte desamma som när projektet sparades:",
  changed: (file: string) => `${file} har ett annat innehåll.`,
  missing: (file: string) => `${file} är inte med.`,
  seen: "Jag har sett det",
  anew: "Börja om från början",
  back: "Gå tillbaka till det som fanns innan",
  older: (count: number) => (count === 1 ? "Ännu ett tidigare projekt" : `${count} tidigare projekt till`),
  /** Names a project by the first line of its notes, else by its files. */
  called: (notes: string, files: readonly string[]): string => notes.split("\n")[0]?.trim() || files.join(", ") || "Utan filer",
  unreadable: "Projektet sparades inte. En av filerna går inte att läsa längre. Välj filerna igen, eller spara utan det som står i dem.",
  leftover: {
    newer: "Projektet på enheten är från en nyare version av sidan. Det ligger kvar. Ladda om sidan, eller spara det som fil.",
    damaged: "Projektet på enheten går inte att läsa. Det ligger kvar. Du kan spara det som fil.",
  },
  refused: {
    newer: (file: string) => `${file} är ett projekt från en nyare version av sidan. Ladda om sidan och öppna det igen.`,
    damaged: (file: string) => `${file} är ett projekt som inte går att läsa. Det kan ha ändrats eller kapats. Det som fanns här är kvar.`,
  },
};

export type ProjectText = typeof project;
