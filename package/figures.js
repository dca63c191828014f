// From figures as people write them, by criterion, to what the core takes, in the set's order.

export function figures(set, texts) {
  const known = set.criteria.map(({ id }) => id);
  const unknown = Object.keys(texts).filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new TypeError(`The set ${set.id} has no criterion ${unknown.join(", ")}; it has ${known.join(", ")}.`);
  }
  return set.criteria.map(({ id, unit }) => {
    const text = texts[id];
    if (text === undefined || text === null) return null;
    if (unit === "persons") return { mode: "amount", text, noise: "" };
    const slash = text.indexOf("/");
    if (slash < 0) return { mode: "percent", text, exact: false, of: "" };
    return { mode: "count", count: text.slice(0, slash), total: text.slice(slash + 1), noise: "" };
  });
}
