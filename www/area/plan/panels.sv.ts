// The texts of the row below the criteria, in Swedish; what the panels themselves say is loaded with them.

export const panels = {
  label: "Gå vidare med svaret",
  require: "Vad skulle krävas?",
  sure: "Hur säkert är svaret?",
  compare: "Jämför scenarier",
  share: "Dela",
  record: "Skriv ut underlag",
  rule: "Ta med regeln",
  sets: "Egna kriterier",
  loading: "Laddas.",
  failed: "Den här delen kunde inte laddas. Allt du skrivit finns kvar.",
  retry: "Försök igen",
  dismiss: "Stäng",
};
