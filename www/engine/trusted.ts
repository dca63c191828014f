// The page's one Trusted Types policy: addresses of scripts that were built with the page.

interface Policy {
  createScriptURL(url: string): unknown;
}

interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy;
}

let policy: Policy | null = null;

/** Only scripts of the page's own origin are let through; a browser may make the policy once in a document. */
function ownScripts(factory: Factory): Policy {
  policy ??= factory.createPolicy("troskel", {
    createScriptURL: (url) => {
      if (new URL(url).origin !== location.origin) throw new TypeError("a script of another origin");
      return url;
    },
  });
  return policy;
}

/** Returns the address of a script in the form that the browser demands for running it. */
export function scriptAddress(url: URL): URL {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  // A TrustedScriptURL is accepted wherever a script's address is; the DOM's types don't know it.
  return factory === undefined ? url : (ownScripts(factory).createScriptURL(url.href) as URL);
}
