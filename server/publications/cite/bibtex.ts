import { checkWords, type Citable, dayOf, oneLine, partsOfName } from "./citable";

const special: Record<string, string> = {
  ...{ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" },
  ...{ "&": "\\&", "%": "\\%", $: "\\$", "#": "\\#", _: "\\_", "{": "\\{", "}": "\\}" },
};
const escaped = (text: string) => oneLine(text).replace(/[\\~^&%$#_{}]/g, (sign) => special[sign]);

const authorOf = ({ name }: Citable["authors"][number]) => {
  const { family, given } = partsOfName(name);
  return given ? `{${escaped(family)}}, ${escaped(given)}` : `{${escaped(family)}}`;
};

/** UTF-8, as biber and current BibTeX styles read it. */
export function bibtexOf(citable: Citable): string {
  const { authors, title, version, url, hash } = citable;
  const [year, month] = dayOf(citable).split("-");
  const fields: Record<string, string> = {
    title: `{${escaped(title)}}`,
    ...(authors.length > 0 && { author: authors.map(authorOf).join(" and ") }),
    ...{ year, month, version: String(version), ...(url && { url }), howpublished: "Phasic publication" },
    note: escaped(`Version ${version}. ${checkWords(citable)}`),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{phasic-${hash.slice(0, 12)},\n${lines.join(",\n")}\n}\n`;
}
