import { createHash } from "node:crypto";
import type { Dataset, File, Group } from "h5wasm/node";

/** What NWB 2 (https://nwb-schema.readthedocs.io) asks of every object, over HDF5. */

type Attributes = Readonly<Record<string, string | readonly string[] | number>>;

/** Names of objects may hold anything but the separator of paths. */
export const nameIn = (taken: ReadonlySet<string>, wanted: string): string => {
  const plain = wanted.replace(/[/:]/g, "_").replace(/^\.+$/, "_") || "_";
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? plain : `${plain}_${copy}`;
    if (!taken.has(name)) return name;
  }
};

/** Equal paths in files of one identifier have equal ids. */
function objectId(identifier: string, path: string): string {
  const hex = createHash("sha256").update(`${identifier}\n${path}`).digest("hex");
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export class NwbFile {
  constructor(
    readonly root: File,
    private readonly identifier: string,
  ) {}

  attributes(object: Group | Dataset, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes))
      if (typeof value === "number") object.create_attribute(name, value, [], "<d");
      else if (typeof value === "string") object.create_attribute(name, value);
      else object.create_attribute(name, [...value], [value.length]);
  }

  typed(object: Group | Dataset, namespace: string, type: string): void {
    const id = objectId(this.identifier, object.path);
    this.attributes(object, { namespace, neurodata_type: type, object_id: id });
  }

  /** A group without a type of its own, made with those above it. */
  folder(path: string): Group {
    let at: Group = this.root;
    for (const name of path.split("/").filter(Boolean))
      at = at.keys().includes(name) ? (at.get(name) as Group) : at.create_group(name);
    return at;
  }

  group(within: Group, name: string, type: string, attributes: Attributes = {}): Group {
    const group = within.create_group(name);
    this.typed(group, "core", type);
    this.attributes(group, attributes);
    return group;
  }

  text(within: Group, name: string, text: string): Dataset {
    return within.create_dataset({ name, data: text, shape: [], dtype: "S" });
  }

  texts(within: Group, name: string, texts: readonly string[]): Dataset {
    return within.create_dataset({ name, data: [...texts], shape: [texts.length], dtype: "S" });
  }

  numbers(
    within: Group,
    name: string,
    data: Float32Array | Float64Array | Int32Array,
    shape: readonly number[] = [data.length],
  ): Dataset {
    const dtype = data instanceof Float32Array ? "<f" : data instanceof Int32Array ? "<i" : "<d";
    return within.create_dataset({ name, data, shape: [...shape], dtype });
  }

  /** A table whose rows are stretches of time; `ids` number its rows. */
  intervals(within: Group, name: string, description: string, ids: ArrayLike<number>): Intervals {
    const group = this.group(within, name, "TimeIntervals", { description });
    this.typed(this.numbers(group, "id", Int32Array.from(ids)), "hdmf-common", "ElementIdentifiers");
    return new Intervals(this, group, (object, type) => this.typed(object, "hdmf-common", type));
  }
}

export class Intervals {
  private readonly names = new Set<string>(["id"]);
  private readonly columns: string[] = [];

  constructor(
    private readonly file: NwbFile,
    readonly group: Group,
    private readonly typed: (object: Dataset, type: string) => void,
  ) {}

  private vector(name: string, data: Dataset, description: string): void {
    this.typed(data, "VectorData");
    this.file.attributes(data, { description: description || "no description" });
    this.names.add(name);
  }

  /** @returns the path of the column, whose name may differ from what was wanted. */
  numbers(
    wanted: string,
    data: Float32Array | Float64Array | Int32Array,
    description: string,
    shape?: readonly number[],
  ): string {
    const name = nameIn(this.names, wanted);
    const dataset = this.file.numbers(this.group, name, data, shape);
    this.vector(name, dataset, description);
    this.columns.push(name);
    return dataset.path;
  }

  texts(wanted: string, texts: readonly string[], description: string): string {
    const name = nameIn(this.names, wanted);
    const dataset = this.file.texts(this.group, name, texts);
    this.vector(name, dataset, description);
    this.columns.push(name);
    return dataset.path;
  }

  /** A list of numbers for each row: `ends[row]` numbers come up to the end of that row. */
  lists(wanted: string, data: Float64Array, ends: Int32Array, description: string): string {
    const path = this.numbers(wanted, data, description);
    const name = path.slice(path.lastIndexOf("/") + 1);
    const index = this.file.numbers(this.group, `${name}_index`, ends);
    this.typed(index, "VectorIndex");
    this.file.attributes(index, { description: `Index for VectorData '${name}'` });
    index.create_attribute("target", (this.group.get(name) as Dataset).create_reference());
    this.names.add(`${name}_index`);
    return path;
  }

  /** Writes down which columns there are. */
  close(): void {
    this.file.attributes(this.group, { colnames: this.columns });
  }
}
