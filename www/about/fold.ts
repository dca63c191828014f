// The sections that are folded away open by a link to something within them, and on paper.

const sections = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>(".about-folded")];

function arrive(): void {
  const target = document.getElementById(location.hash.slice(1));
  const around = target === null ? undefined : sections().find((section) => !section.open && section.contains(target));
  if (target === null || around === undefined) return;
  around.open = true;
  target.scrollIntoView();
}

/** Opens what the address names, now and from now on. */
export function unfoldWhenNamed(): void {
  arrive();
  addEventListener("hashchange", arrive);
  addEventListener("beforeprint", () => {
    for (const section of sections()) section.open = true;
  });
}
