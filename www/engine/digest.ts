// The digest by which a file is known again.

/** Returns SHA-256 over bytes in hexadecimal; null where the page is not served securely. */
export async function sha256(bytes: BufferSource): Promise<string | null> {
  // Only there on safe addresses.
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return null;
  return [...new Uint8Array(await subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
