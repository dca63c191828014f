// What the rule to take away says, in Swedish.

export const rule = {
  title: "Regeln som Excel eller SQL",
  intro:
    "Regeln i den tolkning som är vald här, så att den kan köras på många områden i ett annat program. Den svarar som sidan: saknas en siffra går kriteriet inte att bedöma, och svaret avgörs bara om siffran inte kan ändra det.",
  form: "Skriven som",
  forms: { sql: "SQL", "excel-sv": "Excel på svenska", "excel-en": "Excel på engelska", json: "JSON" },
  figures: "Siffrorna finns som",
  kinds: { percent: "procent", counts: "antal av totalt antal" },
  /** How each form is used. */
  use: {
    sql: "En fråga som fungerar oförändrad i SQLite, PostgreSQL, DuckDB och Spark SQL. Tabellens och kolumnernas namn står överst i den.",
    "excel-sv":
      "Kopiera allt, ställ dig i cell A1 i ett tomt blad och klistra in. Skriv siffrorna under rubrikerna och fyll formlerna nedåt.",
    "excel-en":
      "För ett Excel på engelska. Kopiera allt, ställ dig i cell A1 i ett tomt blad och klistra in. Skriv siffrorna under rubrikerna och fyll formlerna nedåt.",
    json: "Gränser, riktningar och tolkning som data, för den som vill skriva regeln i ett eget program.",
  },
  text: (form: string) => `Regeln som ${form}`,
  copy: "Kopiera",
  copied: "Regeln är kopierad.",
  copyByHand: "Webbläsaren lät inte sidan kopiera. Regeln är markerad: kopiera den själv.",
  save: "Spara som fil",
  saved: (name: string) => `Filen ${name} är sparad.`,
  fileName: "regel",
};
