import { countOf, type Described } from "../arrays/model";
import type { ArrayHeader, Elements } from "./elements";
import { readFields } from "./struct";
import { isNumberType, isNumeric, numberTypes } from "./types";

const deepest = 6;
const shown = 8;

const kinds: Readonly<Record<string, Described["kind"]>> = {
  ...{ char: "texts", struct: "struct", sparse: "numbers" },
};

/** What the first cells hold: all numbers, all text, or anything. */
async function peek(
  elements: Elements,
  header: ArrayHeader,
): Promise<{ first: string[]; kind: Described["kind"] }> {
  const first: string[] = [];
  const met = new Set<string>();
  for (let left = Math.min(shown, countOf(header.dims)); left > 0; left--) {
    const own = await elements.nested(header.end);
    const kind = isNumeric(own.class) ? "cells" : own.class === "char" ? "texts" : "other";
    met.add(kind);
    const values = await firstOf(elements, own);
    first.push(
      values.length === countOf(own.dims) || kind === "texts" ? values.join(" ") : `${values.join(" ")} …`,
    );
    await elements.skipTo(own.end);
  }
  const [kind, ...others] = met;
  return { first, kind: others.length > 0 ? "other" : ((kind as Described["kind"] | undefined) ?? "cells") };
}

/** The first numbers or letters of an array whose header was read; the rest of it is left unread. */
async function firstOf(elements: Elements, header: ArrayHeader): Promise<string[]> {
  const numeric = isNumeric(header.class);
  if ((!numeric && header.class !== "char") || countOf(header.dims) === 0) return [];
  const tag = await elements.tag(header.end);
  if (!isNumberType(tag.type)) {
    const letters = tag.inside ?? (await elements.stream.take(Math.min(tag.size, 80)));
    return [letters.toString("utf8").replaceAll("\0", "")];
  }
  const { size, read } = numberTypes[tag.type];
  const count = countOf(header.dims);
  if (numeric && tag.size !== count * size)
    throw elements.damaged(`${count} numbers of ${size} bytes do not fill ${tag.size} bytes`);
  const most = numeric ? shown * size : 80 * size;
  const bytes = Buffer.from(tag.inside ?? (await elements.stream.take(Math.min(tag.size, most))));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const numbers = Array.from({ length: Math.floor(bytes.length / size) }, (_, at) =>
    read(view, at * size, elements.little),
  );
  return numeric
    ? numbers.map((number) => String(Number(number.toPrecision(6))))
    : [numbers.map((code) => String.fromCharCode(code)).join("")];
}

/** Describes the array whose header was read, reading no more of it than the first element of each struct. */
export async function describe(
  elements: Elements,
  header: ArrayHeader,
  { name, path, depth }: { name: string; path: string; depth: number } = {
    ...{ name: header.name, path: header.name, depth: 0 },
  },
): Promise<Described> {
  const fields: Described[] = [];
  let first: string[] = [];
  if (header.class === "struct") {
    const { names, records } = await readFields(elements, header);
    if (records > 0 && depth < deepest)
      for (const field of names) {
        const nested = await elements.nested(header.end);
        const own = { name: field, path: `${path}.${field}`, depth: depth + 1 };
        fields.push(await describe(elements, nested, own));
        await elements.skipTo(nested.end);
      }
  } else if (header.class === "cell") {
    const cells = await peek(elements, header);
    return { ...{ name, path, dims: header.dims, unit: null, fields, class: "cell" }, ...cells };
  } else first = await firstOf(elements, header);
  return {
    ...{ name, path, dims: header.dims, unit: null, first, fields },
    class: `${header.complex ? "complex " : ""}${header.logical && header.class !== "sparse" ? "logical" : header.class}`,
    kind: kinds[header.class] ?? (isNumeric(header.class) ? "numbers" : "other"),
  };
}
