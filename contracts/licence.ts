/** What a licence lets whoever receives something do with it. SPDX identifiers. */

export const uses = ["fork", "export", "publish"] as const;
export type Use = (typeof uses)[number];

interface Licence {
  readonly id: string;
  readonly title: string;
  /** Changed copies may be made, and kept. */
  readonly fork: boolean;
  /** It may be shown to everybody. */
  readonly publish: boolean;
}

const open = { fork: true, publish: true } as const;
/** Those that labs use; of others Phasic cannot tell what they allow, so it allows nothing. */
export const licences: readonly Licence[] = [
  { id: "CC-BY-4.0", title: "CC BY 4.0: whoever uses it names the authors", ...open },
  { id: "CC0-1.0", title: "CC0 1.0: no conditions", ...open },
  { id: "CC-BY-SA-4.0", title: "CC BY-SA 4.0: what is made from it stays under this licence", ...open },
  { id: "CC-BY-NC-4.0", title: "CC BY-NC 4.0: not for profit", ...open },
  { id: "CC-BY-NC-SA-4.0", title: "CC BY-NC-SA 4.0: not for profit, and stays under this licence", ...open },
  { id: "CC-BY-ND-4.0", title: "CC BY-ND 4.0: passed on unchanged only", fork: false, publish: true },
  { id: "CC-BY-NC-ND-4.0", title: "CC BY-NC-ND 4.0: unchanged, not for profit", fork: false, publish: true },
  { id: "ODbL-1.0", title: "ODbL 1.0: databases, what is made from it stays under this licence", ...open },
  { id: "ODC-By-1.0", title: "ODC-By 1.0: databases, whoever uses it names the authors", ...open },
  { id: "PDDL-1.0", title: "PDDL 1.0: databases, no conditions", ...open },
  { id: "MIT", title: "MIT", ...open },
  { id: "BSD-3-Clause", title: "BSD 3-Clause", ...open },
  { id: "Apache-2.0", title: "Apache 2.0", ...open },
  { id: "LicenseRef-none", title: "None: it may be looked at, nothing else", fork: false, publish: false },
];

/** Null when the licence allows it; else why not, in a sentence. */
export function licenceRefusal(id: string, use: Use): string | null {
  const known = licences.find((licence) => licence.id.toLowerCase() === id.trim().toLowerCase());
  if (!known) return `Phasic does not know what the licence "${id}" allows.`;
  if (known.id === "LicenseRef-none") return "No licence was given: it may be looked at, nothing else.";
  if (use === "export" || known[use]) return null;
  return `${known.id} allows no ${use === "fork" ? "changed copies" : "publication"}.`;
}
