// The texts around every view, in Swedish: the reference that the English ones follow.

export const text = {
  product: "Tröskel",
  skip: "Till innehållet",
  navigation: "Sidans delar",
  views: { area: "Ett område", areas: "Många områden", fetch: "Hämta siffror", about: "Om kriterierna" },
  other: { language: "en", name: "English" },
  broken: {
    said: "Något i sidan har stannat, och svaren går inte längre att lita på. Det du har skrivit in finns kvar när du laddar om.",
    reload: "Ladda om",
  },
  unkept: {
    work: "Ditt arbete är inte sparat på enheten: utrymmet är slut, eller så tillåter webbläsaren det inte. Det finns bara i den här fliken.",
    sets: "Dina egna kriterier är inte sparade på enheten: utrymmet är slut, eller så tillåter webbläsaren det inte. De finns bara i den här fliken.",
    tab: "Det du har skrivit följer inte med om du byter sida eller laddar om: utrymmet är slut, eller så tillåter webbläsaren det inte. Det finns kvar så länge du stannar här.",
    save: "Spara som fil",
  },
  footer: {
    what: "Tröskel räknar på regeringens urvalskriterier från mars 2018. Det är inte ett beslut och inte en myndighets sida.",
    privacy: "Inga siffror lämnar din enhet. Inga kakor, ingen spårning.",
    licences: "Licenser för det som ingår i sidan",
  },
};

export type FrameText = typeof text;
