import { type Citable, dayOf, oneLine, partsOfName } from "./citable";

/** A JSON string is a YAML string, whatever is in it. */
const text = (value: string) => JSON.stringify(oneLine(value));

function authorOf({ name, orcid, affiliation }: Citable["authors"][number]): string {
  const { family, given } = partsOfName(name);
  const fields = [
    `family-names: ${text(family)}`,
    ...(given ? [`given-names: ${text(given)}`] : []),
    ...(orcid ? [`orcid: ${text(`https://orcid.org/${orcid}`)}`] : []),
    ...(affiliation ? [`affiliation: ${text(affiliation)}`] : []),
  ];
  return `  - ${fields.join("\n    ")}`;
}

/** Citation File Format 1.2.0. */
export function cffOf(citable: Citable): string {
  const { authors, title, abstract, licence, version, url, hash } = citable;
  return [
    "cff-version: 1.2.0",
    'message: "To cite this publication, use what is below."',
    "type: dataset",
    `title: ${text(title)}`,
    "authors:",
    // at least one is demanded; this is what the format's guide says for none
    ...(authors.length > 0 ? authors.map(authorOf) : ["  - name: anonymous"]),
    ...(abstract ? [`abstract: ${text(abstract)}`] : []),
    `version: ${text(String(version))}`,
    `date-released: ${dayOf(citable)}`,
    ...(url ? [`url: ${text(url)}`] : []),
    ...(licence.startsWith("LicenseRef-") ? [] : [`license: ${licence}`]),
    "identifiers:",
    "  - type: other",
    `    value: ${text(`sha256:${hash}`)}`,
    `    description: ${text("SHA-256 of the manifest, which names the SHA-256 of every part")}`,
    "",
  ].join("\n");
}
