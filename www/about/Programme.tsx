// The reform programme and the support, as the memo describes them.

import type { Language } from "../text/format.ts";
import { Cited, Said } from "./Cited.tsx";
import { programme } from "./data.ts";
import type { Text } from "./facts.ts";
import type { AboutText } from "./text.sv.ts";

export function Programme({ language, text }: { language: Language; text: AboutText["programme"] }) {
  return (
    <>
      {programme.background.map((statement) => (
        <Said key={statement.text.en} statement={statement} language={language} />
      ))}
      <h3>{text.focus}</h3>
      <List items={programme.focusAreas.items} source={programme.focusAreas.source} language={language} ordered />
      <h3>{text.purpose}</h3>
      <Said statement={programme.purpose} language={language} />
      <List items={programme.aims.items} source={programme.aims.source} language={language} />
      <h3>{text.examples}</h3>
      <List items={programme.examples.items} source={programme.examples.source} language={language} />
      <Said statement={programme.examples.note} language={language} />
      <Said statement={programme.footnotes} language={language} />
    </>
  );
}

function List({
  items,
  source,
  language,
  ordered = false,
}: {
  items: readonly { text: Text }[];
  source: string;
  language: Language;
  ordered?: boolean;
}) {
  const Tag = ordered ? "ol" : "ul";
  return (
    <Cited origin={{ sources: [source] }} language={language}>
      <Tag class="about-items">
        {items.map((item) => (
          <li key={item.text.en}>{item.text[language]}</li>
        ))}
      </Tag>
    </Cited>
  );
}
