import { createRequire } from "node:module";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { bibtexOf } from "./bibtex";
import { cffOf } from "./cff";
import { type Citable, partsOfName } from "./citable";
import { risOf } from "./ris";

/** Citation.js, which reads what reference managers read. It has no types. */
const require = createRequire(import.meta.url);
interface Read {
  readonly data: Record<string, unknown>[];
}
const { Cite } = require("@citation-js/core") as { Cite: new (text: string) => Read };
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");
const read = (text: string) => new Cite(text).data[0];

const citable: Citable = {
  title: "Error & rate: 60 % of {trials} at $\\tau$ = 1_000 #1",
  abstract: 'First line.\n\nSecond: with a colon, "quotes" and - a dash.',
  authors: [
    { name: "Ludwig van Beethoven", orcid: "0000-0002-1825-0097", affiliation: "Lab: one, Bonn" },
    { name: "李雷", orcid: null, affiliation: "" },
    { name: "Ada Mary Lovelace", orcid: null, affiliation: "" },
  ],
  ...{ licence: "CC-BY-4.0", version: 3, publishedAt: "2026-11-27T23:59:00.000Z" },
  url: "https://phasic.example/p/abcdefghijkl/v/3",
  hash: "a".repeat(64),
};
const names = [
  { family: "Beethoven", given: "Ludwig", "non-dropping-particle": "van" },
  { family: "李雷" },
  { family: "Lovelace", given: "Ada Mary" },
];
const flat = (authors: unknown) =>
  (authors as Record<string, string>[]).map(({ given = "", family = "", literal = "", ...more }) =>
    [given, more["non-dropping-particle"] ?? more["dropping-particle"] ?? "", family || literal]
      .join(" ")
      .replace(/\s+/g, " ")
      .trim(),
  );
const expected = flat(names);

describe("a citation", () => {
  it("as BibTeX is read back whole", () => {
    const back = read(bibtexOf(citable));
    expect(back).toMatchObject({ URL: citable.url, issued: { "date-parts": [[2026, 11]] } });
    expect(back.title).toBe(citable.title);
    expect(flat(back.author)).toEqual(expected);
    expect(back.DOI).toBeUndefined();
  });

  it("as RIS is read back whole", () => {
    const back = read(risOf(citable));
    expect(back).toMatchObject({ type: "dataset", title: citable.title, URL: citable.url });
    expect(back.issued).toEqual({ "date-parts": [[2026, 11, 27]] });
    expect(flat(back.author)).toEqual(expected);
    expect(back.DOI).toBeUndefined();
  });

  it("as CITATION.cff is YAML with what version 1.2.0 demands", () => {
    const back = parse(cffOf(citable)) as Record<string, unknown>;
    expect(back).toMatchObject({
      ...{ "cff-version": "1.2.0", title: citable.title, type: "dataset", license: "CC-BY-4.0" },
      ...{ version: "3", "date-released": "2026-11-27", url: citable.url },
      authors: [
        {
          ...{ "family-names": "van Beethoven", "given-names": "Ludwig", affiliation: "Lab: one, Bonn" },
          orcid: "https://orcid.org/0000-0002-1825-0097",
        },
        { "family-names": "李雷" },
        { "family-names": "Lovelace", "given-names": "Ada Mary" },
      ],
    });
    expect(back.doi).toBeUndefined();
  });

  it("without authors names nobody", () => {
    const nobody = { ...citable, authors: [] };
    expect(parse(cffOf(nobody))).toMatchObject({ authors: [{ name: "anonymous" }] });
    expect(read(bibtexOf(nobody)).author).toBeUndefined();
    expect(read(risOf(nobody)).author).toBeUndefined();
  });

  it("keeps a name of one word whole", () => {
    expect(partsOfName("Plato")).toEqual({ family: "Plato", given: "" });
  });
});
