// The texts about what is on the device, in Swedish: the reference that the English ones follow.

export const text = {
  offline: {
    fetching: "Sidan sparas på enheten, så att den kan användas utan nät.",
    ready: "Sidan fungerar nu också utan nät.",
    failed:
      "Sidan är inte sparad för användning utan nät: en fil kom inte fram hel, eller så räcker inte utrymmet på enheten. Med nät fungerar sidan som vanligt.",
    unavailable: "Webbläsaren låter inte sidan sparas för användning utan nät. Med nät fungerar den som vanligt.",
    retry: "Försök igen",
  },
  update: {
    label: "Ny version",
    waiting: "Det finns en ny version av sidan. Det du har skrivit in följer med, men öppnade filer behöver öppnas igen.",
    elsewhere:
      "Sidan har bytt version i en annan flik. Den här fliken fortsätter som förut. När du byter följer det du har skrivit in med, men öppnade filer behöver öppnas igen.",
    change: "Byt nu",
    later: "Inte nu",
  },
  remove: {
    ask: "Ta bort allt från den här enheten",
    what: "Sparade scenarier, hämtade siffror, det du har skrivit in i öppna flikar och sidans egna filer tas bort. Det går inte att ångra. Filer och länkar som du har sparat själv berörs inte.",
    confirm: "Ta bort allt",
    cancel: "Avbryt",
    all: "Allt är borttaget från den här enheten.",
    some: "Webbläsaren lät inte sidan ta bort allt. Rensa webbplatsens data i webbläsarens inställningar.",
  },
};

export type DeviceText = typeof text;
