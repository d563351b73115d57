import type { WideTableMapping } from "../../../contracts/dataset";
import { Refusal } from "../table/refusal";

/** Where a mapping's columns stand in a header. */
export interface Places {
  readonly subject: number;
  readonly session: number | null;
  readonly trial: number | null;
  readonly group: number | null;
  readonly samples: readonly number[];
  readonly values: readonly { readonly name: string; readonly at: number }[];
}

export const sampleNames = ({ sampleColumns: { prefix, first, count } }: WideTableMapping): string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${first + i}`);

/** Throws Refusal naming the columns that the header does not have. */
export function placesOf(header: readonly string[], mapping: WideTableMapping): Places {
  const at = new Map(header.map((name, i) => [name, i]));
  const missing: string[] = [];
  const place = (name: string): number => {
    const found = at.get(name);
    if (found === undefined) missing.push(name);
    return found ?? -1;
  };
  const optional = (name: string | null) => (name === null ? null : place(name));
  const places = {
    subject: place(mapping.subjectColumn),
    session: optional(mapping.sessionColumn),
    trial: optional(mapping.trialColumn),
    group: optional(mapping.groupColumn),
    samples: sampleNames(mapping).map(place),
    values: mapping.valueColumns.map((name) => ({ name, at: place(name) })),
  };
  if (missing.length > 0) {
    const some = missing
      .slice(0, 5)
      .map((name) => `"${name}"`)
      .join(", ");
    const more = missing.length > 5 ? ` and ${missing.length - 5} more` : "";
    throw new Refusal(
      `The header lacks ${missing.length === 1 ? "the column" : "columns"} ${some}${more}: correct the mapping, or choose another file.`,
    );
  }
  return places;
}
