// The texts of the row below the criteria, in Swedish; what the panels themselves say is loaded with them.

export const panels = {
  label: "Gå vidare med svaret",
  require: "Hur nära gränsen?",
  sure: "Hur säkert?",
  compare: "Jämför scenarier",
  share: "Dela",
  record: "Skriv ut",
  rule: "Regeln som Excel eller SQL",
  sets: "Egna kriterier",
  more: "För dig som planerar",
  loading: "Laddas.",
  failed: "Den här delen kunde inte laddas. Allt du skrivit finns kvar.",
  retry: "Försök igen",
  dismiss: "Stäng",
};
