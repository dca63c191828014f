// The texts about what is on the device, in English.

import type { DeviceText } from "./text.sv.ts";

export const text: DeviceText = {
  offline: {
    fetching: "The page is being saved on the device, so that it can be used offline.",
    ready: "The page now works offline too.",
    failed:
      "The page is not saved for use offline: a file did not arrive whole, or the device has no room for it. Online, the page works as usual.",
    unavailable: "The browser does not let the page be saved for use offline. Online, it works as usual.",
    retry: "Try again",
  },
  update: {
    label: "New version",
    waiting: "There is a new version of the page. What you have typed comes along, but opened files need to be opened again.",
    elsewhere:
      "The page changed version in another tab. This tab goes on as before. When you change, what you have typed comes along, but opened files need to be opened again.",
    change: "Change now",
    later: "Not now",
  },
  remove: {
    ask: "Remove everything from this device",
    what: "Saved scenarios, fetched figures, what you have typed in open tabs, and the page’s own files will be removed. This can’t be undone. Files and links that you saved yourself are not affected.",
    confirm: "Remove everything",
    cancel: "Cancel",
    all: "Everything has been removed from this device.",
    some: "The browser did not let the page remove everything. Clear the site’s data in the browser’s settings.",
  },
};
