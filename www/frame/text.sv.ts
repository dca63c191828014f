// The texts around every view, in Swedish: the reference that the English ones follow.

export const text = {
  product: "Tröskel",
  skip: "Till innehållet",
  navigation: "Sidans delar",
  views: { area: "Ett område", areas: "Många områden", fetch: "Hämta siffror", about: "Om kriterierna" },
  other: { language: "en", name: "English" },
  footer: {
    what: "Tröskel räknar på regeringens urvalskriterier från mars 2018. Det är inte ett beslut och inte en myndighets sida.",
    privacy: "Inga siffror lämnar din enhet. Inga kakor, ingen spårning.",
    licences: "Licenser för det som ingår i sidan",
  },
};

export type FrameText = typeof text;
