import type { Dataset, File, Group, Reference } from "h5wasm/node";
import {
  countOf,
  type ArrayFile,
  type Described,
  type Value,
  type Values,
  type Wanted,
} from "../arrays/model";
import type { SourceFile } from "../bytes/source-file";
import { Refusal, quoted } from "../refusal";
import { isDataset, isGroup } from "./kinds";
import { firstNumbers, isNumericDataset, numbersAs, shapeOf, textsIn } from "./values";
import { attributeIn, hasAttribute, textAttribute } from "./attributes";
import { walk, type Node } from "./walk";

/** HDF5 as named arrays: what MATLAB writes with -v7.3, where structs are groups, and any other file, where groups are. */

type Found = Group | Dataset;
const string = 3;
const reference = 7;
const shown = 8;
const mostShown = 1000;
const mostCells = 200_000;
/** What MATLAB keeps for itself: the targets of cells and objects. */
const hidden = new Set(["/#refs#", "/#subsystem#"]);

const isReferences = (found: Found) => isDataset(found) && found.metadata.type === reference;
const matlabClass = (found: Found) => textAttribute(found, "MATLAB_class");
const isEmpty = (found: Found) => Boolean(attributeIn(found, "MATLAB_empty"));

/** A struct of several elements has, for each field, a list of references to their values. */
const isStructArray = (group: Group, fields: readonly Found[]) =>
  matlabClass(group) === "struct" &&
  fields.length > 0 &&
  fields.every((field) => isReferences(field) && matlabClass(field) === "");

const isFound = (entity: ReturnType<Group["get"]>): entity is Found => isGroup(entity) || isDataset(entity);

const letters = (codes: ArrayLike<number>) => String.fromCharCode(...Array.from(codes));

class Hdf5Arrays {
  readonly found = new Map<string, Found>();
  private readonly lists = new Map<string, readonly Reference[]>();
  private shownSoFar = 0;

  constructor(
    private readonly file: SourceFile,
    private readonly matlab: boolean,
  ) {}

  /** The value of one element, in a field of a struct array. */
  private target(list: Dataset, at: number): Found | null {
    const value = this.lists.get(list.path) ?? list.value;
    const references = Array.isArray(value) ? (value as readonly Reference[]) : [];
    this.lists.set(list.path, references);
    const found = at < references.length ? list.dereference(references[at]) : null;
    return found && !("source_dataset" in found) && isFound(found) ? found : null;
  }

  private kindOf(dataset: Dataset): Described["kind"] {
    const own = matlabClass(dataset);
    if (own === "char") return "texts";
    if (isReferences(dataset)) return own === "cell" ? "cells" : "other";
    if (isNumericDataset(dataset)) return own === "function_handle" || own === "string" ? "other" : "numbers";
    return !this.matlab && dataset.metadata.type === string ? "texts" : "other";
  }

  /** What the first cells hold: all numbers, all text, or anything. */
  private peek(list: Dataset): { first: string[]; kind: Described["kind"] } {
    const found = Array.from({ length: Math.min(shown, countOf(list.shape ?? [])) }, (_, at) =>
      this.target(list, at),
    );
    const kinds = new Set(found.map((own) => (isDataset(own) ? this.kindOf(own) : "other")));
    const [kind = "numbers", ...others] = kinds;
    const first = found.map((own) =>
      isDataset(own) ? this.firstOf(own, this.kindOf(own)).slice(0, 3).join(" ") : "",
    );
    return { first, kind: others.length > 0 ? "other" : kind === "numbers" ? "cells" : kind };
  }

  private dimsOf(dataset: Dataset): number[] {
    const shape = dataset.shape ?? [];
    if (!this.matlab) return [...shape];
    if (isEmpty(dataset)) return [0, 0];
    // HDF5 counts dimensions in the other order than MATLAB
    return [...shape].reverse();
  }

  private firstOf(dataset: Dataset, kind: Described["kind"]): string[] {
    if (++this.shownSoFar > mostShown || isEmpty(dataset)) return [];
    try {
      if (kind === "numbers")
        return firstNumbers(dataset, shown).map((number) => String(Number(number.toPrecision(6))));
      if (kind === "texts" && this.matlab) return [letters(firstNumbers(dataset, 80))];
      if (kind === "texts" && countOf(dataset.shape ?? []) <= mostCells)
        return (textsIn(dataset) ?? []).slice(0, shown);
    } catch {
      // whether it can be read is said when somebody asks for it
    }
    return [];
  }

  describe(found: Found, path: string, name: string, fields: readonly Described[]): Described {
    this.found.set(path, found);
    if (isGroup(found)) {
      const sparse = hasAttribute(found, "MATLAB_sparse");
      return {
        ...{
          name,
          path,
          unit: null,
          first: [],
          fields: sparse ? [] : fields,
          kind: sparse ? "other" : "struct",
        },
        class: sparse ? "sparse" : this.matlab ? matlabClass(found) || "struct" : "group",
        dims: this.matlab ? [1, 1] : [],
      };
    }
    if (this.matlab && matlabClass(found) === "cell" && isReferences(found) && !isEmpty(found))
      return {
        ...{ name, path, class: "cell", unit: null, fields: [], dims: this.dimsOf(found) },
        ...this.peek(found),
      };
    const kind = this.kindOf(found);
    if (kind === "numbers") shapeOf(found, this.file.size);
    const unit = textAttribute(found, "unit") || textAttribute(found, "units") || null;
    return {
      ...{ name, path, kind, unit, dims: this.dimsOf(found), first: this.firstOf(found, kind), fields: [] },
      class:
        matlabClass(found) ||
        String(typeof found.dtype === "string" ? dtypeInWords(found.dtype) : "compound"),
    };
  }

  /** A group with everything inside of it. */
  group(group: Group): Described[] {
    const children = new Map<string, Node[]>();
    for (const node of walk(group, [], hidden)) {
      const parent = node.path.slice(0, -node.name.length - 1);
      children.set(parent, [...(children.get(parent) ?? []), node]);
    }
    const within = (parent: string, above: string): Described[] =>
      (children.get(parent) ?? []).map(({ path: at, name, object }) => {
        const path = `${above}${name}`;
        const own = children.get(at) ?? [];
        const objects = own.map((child) => child.object);
        return isGroup(object) && isStructArray(object, objects)
          ? this.structArray(object, path, name, own)
          : this.describe(object, path, name, within(at, `${path}${this.matlab ? "." : "/"}`));
      });
    return within("", "");
  }

  private structArray(group: Group, path: string, name: string, fields: readonly Node[]): Described {
    this.found.set(path, group);
    const first = fields[0].object as Dataset;
    return {
      ...{ name, path, class: "struct", kind: "struct", unit: null, first: [], dims: this.dimsOf(first) },
      fields: fields.map((field) => {
        const own = this.target(field.object as Dataset, 0);
        const inside = `${path}.${field.name}`;
        return own
          ? this.describe(own, inside, field.name, [])
          : {
              ...{ path: inside, name: field.name, class: "unknown", kind: "other", dims: [], unit: null },
              ...{ first: [], fields: [] },
            };
      }),
    };
  }

  private texts(dataset: Dataset): string[] {
    if (!this.matlab) return textsIn(dataset) ?? [];
    if (isEmpty(dataset)) return [];
    const codes = numbersAs(dataset, Float64Array, this.file.size);
    const [rows] = this.dimsOf(dataset);
    const width = codes.length / Math.max(1, rows);
    return Array.from({ length: rows }, (_, row) =>
      letters(Array.from({ length: width }, (_, column) => codes[column * rows + row])).trimEnd(),
    );
  }

  private cells(dataset: Dataset): Value {
    const count = countOf(dataset.shape ?? []);
    if (isEmpty(dataset) || count === 0) return { kind: "cells", cells: [] };
    if (count > mostCells)
      throw new Refusal(`${quoted(dataset.path)} claims ${count} cells`, "save it as numbers");
    const references = dataset.value;
    const all = Array.isArray(references) ? (references as Reference[]) : [];
    const texts: string[] = [];
    const cells = all.map((one) => {
      const own = dataset.dereference(one);
      if (!isDataset(own)) return null;
      if (this.kindOf(own) === "texts") texts.push(this.texts(own).join(" "));
      else if (this.kindOf(own) === "numbers")
        return isEmpty(own) ? new Float64Array(0) : numbersAs(own, Float64Array, this.file.size);
      return null;
    });
    return texts.length === count ? { kind: "texts", texts } : { kind: "cells", cells };
  }

  value(found: Found, path: string, wanted: Wanted): Value {
    if (!isDataset(found))
      throw new Refusal(
        `${quoted(path).slice(1, -1)} is a ${hasAttribute(found, "MATLAB_sparse") ? "sparse matrix" : "group"}`,
        "save it as numbers, with full() in MATLAB",
      );
    const kind = this.kindOf(found);
    if (kind === "texts") return { kind: "texts", texts: this.texts(found) };
    if (kind === "cells") return this.cells(found);
    if (kind === "other")
      throw new Refusal(
        `${quoted(path).slice(1, -1)} is of class ${matlabClass(found) || "compound"} where numbers are expected`,
        "save it as numbers",
      );
    if (this.matlab && isEmpty(found))
      return { kind: "numbers", dims: [0, 0], numbers: new Float64Array(0), byColumns: true };
    const Type = wanted.get(path) === "single" ? Float32Array : Float64Array;
    return {
      ...{ kind: "numbers", dims: this.dimsOf(found), byColumns: this.matlab },
      numbers: numbersAs(found, Type, this.file.size),
    };
  }

  private *element(path: string, at: number, wanted: Wanted): Generator<[string, Value]> {
    const group = this.found.get(path);
    if (!isGroup(group ?? null)) return;
    for (const own of wanted.keys()) {
      if (!own.startsWith(`${path}.`)) continue;
      const [field, ...inner] = own.slice(path.length + 1).split(".");
      const list = (group as Group).get(field);
      let found = isDataset(list) ? this.target(list, at) : null;
      for (const name of inner) {
        const next = found && isGroup(found) ? found.get(name) : null;
        found = isFound(next) ? next : null;
      }
      if (found) yield [own, this.value(found, own, wanted)];
    }
  }

  *elements(path: string, count: number, wanted: Wanted): Generator<Values> {
    for (let at = 0; at < count; at++) yield new Map(this.element(path, at, wanted));
  }
}

/** "<f4" -> "float32" */
function dtypeInWords(dtype: string): string {
  const [, kind, bytes] = /^[<>|=]?([a-zA-Z])(\d*)/.exec(dtype) ?? [];
  const widths: Readonly<Record<string, string>> = { f: "float", i: "int", u: "uint", b: "int", B: "uint" };
  if (kind === "S" || kind === "O" || kind === "A") return "text";
  const long = { b: 1, B: 1, h: 2, H: 2, i: 4, I: 4, q: 8, Q: 8, f: 4, d: 8, e: 2 }[kind ?? ""];
  const word = { h: "int", H: "uint", I: "uint", q: "int", Q: "uint", d: "float", e: "float" }[kind ?? ""];
  return `${word ?? widths[kind ?? ""] ?? dtype}${8 * (Number(bytes) || long || 0) || ""}`;
}

export function openArrays(root: File, file: SourceFile, matlab: boolean): ArrayFile {
  const arrays = new Hdf5Arrays(file, matlab);
  const variables = arrays.group(root);
  return {
    what: matlab ? "MATLAB file" : "HDF5 file",
    variables,
    load(wanted) {
      const values = new Map<string, Value>();
      for (const path of wanted.keys()) {
        const found = arrays.found.get(path);
        if (found) values.set(path, arrays.value(found, path, wanted));
      }
      return Promise.resolve(values);
    },
    async *records(path, wanted) {
      const all = (own: readonly Described[]): Described[] => own.flatMap((one) => [one, ...all(one.fields)]);
      const struct = all(variables).find((one) => one.path === path);
      yield* arrays.elements(path, struct ? countOf(struct.dims) : 0, wanted);
    },
  };
}
