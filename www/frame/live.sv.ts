// What the live parts around every view say, in Swedish: the reference that the English ones follow.

export const text = {
  broken: {
    said: "Något i sidan har stannat, och svaren går inte längre att lita på. Det du har skrivit in finns kvar när du laddar om.",
    reload: "Ladda om",
  },
  unkept: {
    work: "Ditt arbete är inte sparat på enheten: utrymmet är slut, eller så tillåter webbläsaren det inte. Det finns bara i den här fliken.",
    sets: "Dina egna kriterier är inte sparade på enheten: utrymmet är slut, eller så tillåter webbläsaren det inte. De finns bara i den här fliken.",
    project:
      "Projektet är inte sparat på enheten: utrymmet är slut, eller så tillåter webbläsaren det inte. Det finns bara i den här fliken.",
    tab: "Det du har skrivit följer inte med om du byter sida eller laddar om: utrymmet är slut, eller så tillåter webbläsaren det inte. Det finns kvar så länge du stannar här.",
    save: "Spara som fil",
  },
};

export type LiveFrameText = typeof text;
