/**
 * Files that hold named arrays: MATLAB's of any version, and HDF5. Each format reads its own bytes into this; what the
 * arrays mean is guessed, asked and read in one place.
 */

/** One variable, or one field of a struct, as a person chooses it. */
export interface Described {
  /** Its own name after those of the structs it is in: "session.fs". Answers name it by this. */
  readonly path: string;
  readonly name: string;
  /** As the format calls it: "double", "char", "cell", "struct", "float32". */
  readonly class: string;
  /** What can be done with it. */
  readonly kind: "numbers" | "texts" | "cells" | "struct" | "other";
  readonly dims: readonly number[];
  readonly unit: string | null;
  /** The first values, as text. */
  readonly first: readonly string[];
  /** Of a struct: its fields, described from its first element. */
  readonly fields: readonly Described[];
}

/** What a variable holds. */
export type Value =
  | {
      readonly kind: "numbers";
      readonly dims: readonly number[];
      readonly numbers: Float32Array | Float64Array;
      /** Whether the first dimension runs fastest, as in MATLAB, or the last, as in HDF5. */
      readonly byColumns: boolean;
    }
  | { readonly kind: "texts"; readonly texts: readonly string[] }
  /** A list of numbers for each cell; null for a cell that holds something else. */
  | { readonly kind: "cells"; readonly cells: readonly (Float64Array | null)[] };

export type Precision = "single" | "double";
/** The paths to read, and how precisely. */
export type Wanted = ReadonlyMap<string, Precision>;
export type Values = ReadonlyMap<string, Value>;

export interface ArrayFile {
  /** "MATLAB file": stands in sentences. */
  readonly what: string;
  readonly variables: readonly Described[];
  /** Reads what is not inside of a struct array. */
  load(wanted: Wanted): Promise<Values>;
  /** The elements of the struct array at `path`, one after the other; of each what is wanted. */
  records(path: string, wanted: Wanted): AsyncGenerator<Values, void>;
}

export const countOf = (dims: readonly number[]): number => dims.reduce((count, size) => count * size, 1);
export const isList = (dims: readonly number[]): boolean => dims.filter((size) => size !== 1).length <= 1;

/** Everything that is no struct, from the outside in; structs of several elements are left closed but for `opened`. */
export function leaves(variables: readonly Described[], opened: string | null = null): Described[] {
  return variables.flatMap((variable) => {
    if (variable.kind !== "struct") return [variable];
    return countOf(variable.dims) === 1 || variable.path === opened ? leaves(variable.fields, opened) : [];
  });
}

/** All struct arrays of several elements, and single structs that hold arrays. */
export const structs = (variables: readonly Described[]): Described[] =>
  variables.flatMap((variable) =>
    variable.kind === "struct" ? [variable, ...structs(variable.fields)] : [],
  );
