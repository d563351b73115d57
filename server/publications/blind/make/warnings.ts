import type { Reference } from "../../../../contracts/dashboard";
import type { BlindPreview, BlindWarning } from "../../../../contracts/blind";
import type { FrozenContent, PublicationManifest } from "../../../../contracts/publication";
import { datasetName } from "./content";
import type { Identity } from "./identity";
import { finderOf } from "./telling";

interface Said {
  readonly where: string;
  readonly text: string;
}

/** What looks like an address, or like words about one's own earlier work, whoever's it is. */
const patterns: readonly { readonly find: RegExp; readonly why: string }[] = [
  { find: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, why: "This is an e-mail address." },
  { find: /\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b/gu, why: "This looks like an ORCID iD." },
  {
    find: /\bhttps?:\/\/(?!(?:dx\.)?doi\.org\/)[^\s)\]>"]+/gu,
    why: "An address of the web can lead to its owners.",
  },
  {
    find: /\b(?:our|my) (?:own |previous |earlier |recent |prior |last )+(?:work|study|studies|paper|papers|results|findings|article|preprint)\b/giu,
    why: "Whoever finds that work finds its authors.",
  },
  {
    find: /\b(?:we|I) (?:have )?(?:previously|earlier|recently) (?:showed|shown|reported|found|published|described)\b/giu,
    why: "Whoever finds that work finds its authors.",
  },
];

const around = 60;
const excerpt = (text: string, at: number, length: number) => {
  const [from, to] = [Math.max(0, at - around), Math.min(text.length, at + length + around)];
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
};

/** What the copy still says of who made it: names, addresses, and works of theirs that it cites. */
export function warningsOf(
  texts: readonly Said[],
  identities: readonly Identity[],
  works: readonly Work[],
): BlindWarning[] {
  const warnings = new Map<string, BlindWarning>();
  const add = (found: string, why: string, place: Said, citation: string | null = null) => {
    const key = citation ? `citation ${citation}` : `text ${found.toLowerCase()}`;
    const known = warnings.get(key);
    if (known && known.places.some(({ where }) => where === place.where)) return;
    warnings.set(key, {
      ...{ key, found: known?.found ?? found, why, citation },
      places: [...(known?.places ?? []), place].slice(0, 5),
    });
  };
  const named = identities.map(({ find, why }) => ({ why, find: finderOf(find) }));
  for (const { where, text } of texts)
    for (const { find, why } of [...named, ...patterns])
      for (const match of text.matchAll(find))
        add(match[0], why, { where, text: excerpt(text, match.index, match[0].length) });
  for (const { key, text, doi, isLeftOut } of works) {
    const who = isLeftOut ? undefined : named.find(({ find }) => text.search(find) >= 0);
    if (who)
      add(
        text,
        `It seems to be by somebody of the lab: its ${doi ? "DOI" : "title"} leads to them, also where the name is replaced.`,
        { where: "Cited works", text: doi ? `${text} doi:${doi}` : text },
        key,
      );
  }
  return [...warnings.values()];
}

export interface Work {
  readonly key: string;
  readonly text: string;
  readonly doi: string | null;
  readonly isLeftOut: boolean;
}

/** Everything that the copy cites, as its author wrote it. */
export function worksIn(
  { datasets }: FrozenContent,
  references: readonly Reference[],
  withoutCitation: readonly string[],
): Work[] {
  const works = [
    ...datasets.map((dataset) => ({
      ...{ key: `dataset:${datasetName(dataset)}`, text: dataset.citation, doi: dataset.doi },
    })),
    ...references.map(({ key, authors, year, title, container, doi, url }) => ({
      key: `reference:${key}`,
      text: [authors, year, title, container, url].filter(Boolean).join(", "),
      doi: doi || null,
    })),
  ];
  return works.map((work) => ({ ...work, isLeftOut: withoutCitation.includes(work.key) }));
}

export const citationsOf = (works: readonly Work[]): BlindPreview["citations"] =>
  works.map(({ key, text, doi }) => ({ key, text, doi }));

/** Every text of the copy with its place in words. Keys, hashes and numbers are the copy's own. */
export function textsOf(manifest: PublicationManifest, parts: readonly unknown[]): Said[] {
  const { title, abstract, document, experiments, models, paradigms, datasets } = manifest;
  const said: Said[] = [
    { where: "Title", text: title },
    { where: "Abstract", text: abstract },
  ];
  const walk = (where: string, value: unknown) => {
    if (typeof value === "string") said.push({ where, text: value });
    else if (Array.isArray(value)) for (const one of value) walk(where, one);
    else if (value && typeof value === "object")
      for (const [name, one] of Object.entries(value)) {
        if (name !== one && !/^[\w-]+$/.test(name)) said.push({ where, text: name });
        walk(where, one);
      }
  };
  document.panels.forEach((panel, index) =>
    walk(`Panel ${index + 1}${panel.title && `, “${panel.title}”`}`, panel),
  );
  walk("Variables", document.variables);
  for (const reference of document.references) walk("References", reference);
  for (const one of experiments) walk(`Experiment “${one.name}”`, one);
  for (const one of models) walk(`Model “${one.name}”`, one);
  for (const one of paradigms) walk(`Paradigm “${one.name}”`, one);
  for (const one of datasets) walk(`Dataset “${one.name}”`, one);
  for (const one of parts) walk("Figures and tables", one);
  const isWords = (text: string) => text.length > 2 && !/^[0-9a-f]{16}(?:[0-9a-f]{48})?$/.test(text);
  return [...new Map(said.filter(({ text }) => isWords(text)).map((one) => [one.text, one])).values()];
}
