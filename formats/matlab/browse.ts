import { listed, quoted } from "../refusal";
import { countOf, type ArrayHeader, type Elements } from "./elements";
import { readFields, type StructFields } from "./struct";
import { isNumeric } from "./types";

/** One variable, or one field of a struct, as a person chooses it. */
export interface Described {
  readonly name: string;
  readonly class: string;
  readonly dims: readonly number[];
  /** Of a struct: its fields, described from its first element. */
  readonly fields: readonly Described[];
}

const deepest = 4;

/** Describes the array whose header (and, of a struct, fields if `known`) was read, reading no more of it than the first element of each struct. */
export async function describe(
  elements: Elements,
  header: ArrayHeader,
  { name = header.name, depth = 0, known = null as StructFields | null } = {},
): Promise<Described> {
  const plain = { name, class: header.logical ? "logical" : header.class, dims: header.dims };
  const fields: Described[] = [];
  if (header.class === "struct" && depth < deepest) {
    const { names, records } = known ?? (await readFields(elements, header));
    if (records > 0)
      for (const field of names)
        fields.push(
          await describe(elements, await elements.nested(header.end), { name: field, depth: depth + 1 }),
        );
  }
  await elements.skipTo(header.end);
  return { ...plain, fields };
}

/** Whether anything in it could become a signal, a time or a column of trials: more than one number. */
export const mappable = (variable: Described): boolean =>
  (isNumericClass(variable.class) && countOf(variable.dims) > 1) || variable.fields.some(mappable);

const isNumericClass = (name: string) => name === "logical" || isNumeric(name as ArrayHeader["class"]);

/** "nac (single 61x701)" */
export function inWords({ name, class: kind, dims, fields }: Described): string {
  const inside =
    fields.length > 0
      ? ` with ${listed(
          fields.map((field) => field.name),
          24,
        )}`
      : "";
  return `${quoted(name).slice(1, -1)} (${[kind, dims.join("x")].join(" ").trim()}${inside})`;
}
