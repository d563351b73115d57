import { checkWords, type Citable, dayOf, oneLine, partsOfName } from "./citable";

/** RIS as reference managers import it: two letters, two spaces, a hyphen, one field a line, CRLF. */
export function risOf(citable: Citable): string {
  const { authors, title, abstract, version, url } = citable;
  const names = authors.map(({ name }) => partsOfName(name));
  const fields: [string, string][] = [
    ["TY", "DATA"],
    ...names.map(({ family, given }): [string, string] => ["AU", given ? `${family}, ${given}` : family]),
    ["TI", title],
    ["PY", dayOf(citable).slice(0, 4)],
    ["DA", dayOf(citable).replaceAll("-", "/")],
    ["PB", "Phasic"],
    ["ET", String(version)],
    ["UR", url ?? ""],
    ["AB", abstract],
    ["N1", checkWords(citable)],
  ];
  const lines = fields
    .filter(([, value]) => value !== "")
    .map(([tag, value]) => `${tag}  - ${oneLine(value)}`);
  return [...lines, "ER  - ", ""].join("\r\n");
}
