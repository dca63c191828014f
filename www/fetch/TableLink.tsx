// A table's own page at Statistics Sweden.

import type { Language } from "../text/format.ts";
import { inLanguage, type Table } from "./sources.ts";

export function TableLink({ table, language, children }: { table: Table; language: Language; children: string }) {
  return (
    <a href={inLanguage(table.page, language)} rel="noreferrer">
      {children}
    </a>
  );
}
