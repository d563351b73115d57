import { countOf, type ArrayHeader, type Elements } from "./elements";
import { miInt32, miInt8 } from "./types";

export interface StructFields {
  readonly names: readonly string[];
  /** Elements of the struct array. Its data are arrays, field by field within element by element. */
  readonly records: number;
}

const mostNameBytes = 1024 * 1024;

/** The field names of the struct array whose header was read. */
export async function readFields(elements: Elements, header: ArrayHeader): Promise<StructFields> {
  const width = await elements.small(miInt32, 4, header.end, "a length of field names");
  const length = width.length === 4 ? elements.int32(width, 0) : 0;
  if (length < 1 || length > 4096) throw elements.damaged(`field names claim to be ${length} bytes long`);
  const bytes = await elements.small(miInt8, mostNameBytes, header.end, "field names");
  const names = Array.from({ length: Math.floor(bytes.length / length) }, (_, index) =>
    bytes
      .subarray(index * length, (index + 1) * length)
      .toString("latin1")
      .replace(/\0.*$/s, ""),
  );
  if (new Set(names).size !== names.length) throw elements.damaged("a struct has two fields of one name");
  return { names, records: countOf(header.dims) };
}
