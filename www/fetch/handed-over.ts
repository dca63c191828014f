// Where fetched files stand and whether they wait to be opened; cheap, so that others can look without loading what fetches.

/** Caches belong to the whole origin, where the site may stand at another path too: this and the site's path name the one. */
export const FETCHED = "troskel-fetched ";

/** The key under which the names of the files stand. */
export const HANDED_OVER = "troskel.fetched";

export function areHandedOver(): boolean {
  try {
    return sessionStorage.getItem(HANDED_OVER) !== null;
  } catch {
    return false;
  }
}
