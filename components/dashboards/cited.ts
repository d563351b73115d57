import { citedKeys } from "@/components/markdown/citations";
import type { DashboardDocument, Reference } from "@/contracts/dashboard";

/** References in the order in which panels cite them, then those that no panel cites; numbered from 1. */
export function numberReferences({ panels, references }: Pick<DashboardDocument, "panels" | "references">): {
  reference: Reference;
  number: number;
  cited: boolean;
}[] {
  const keys = new Set(
    panels.flatMap(({ content }) => (content.kind === "text" ? citedKeys(content.text) : [])),
  );
  const known = [...keys].flatMap((key) => references.find((one) => one.key === key) ?? []);
  const rest = references.filter((one) => !known.includes(one));
  return [...known, ...rest].map((reference, index) => ({
    reference,
    number: index + 1,
    cited: index < known.length,
  }));
}
