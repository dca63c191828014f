// Files that a person takes away, made in the page itself.

/** Saves a text or a file as a file of that name. */
export function saveFile(name: string, content: string | Blob, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then; at once would be too early in some.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Returns a name for a file: what a person called the area, or a word, without what file systems refuse. */
export function fileName(name: string, otherwise: string, ending: string): string {
  const plain = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N} _-]+/gu, " ")
    .trim()
    .replace(/\s+/g, "-")
    .slice(0, 60);
  return `${plain === "" ? otherwise : plain}.${ending}`;
}
