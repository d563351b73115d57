import type { Dataset } from "h5wasm/node";
import { limitsFor, mostHeld } from "../limits";
import { Refusal, quoted, readableSize } from "../refusal";

const integer = 0;
const float = 1;
const enumeration = 8;

/** Integers, floats, and booleans, which are enumerations in HDF5. */
export const isNumericDataset = ({ metadata }: Dataset): boolean =>
  [integer, float, enumeration].includes(metadata.type) && !metadata.vlen;

/**
 * @returns the dataset's dimensions; [1] for a single value.
 * @throws Refusal when it claims more than the file can hold, or lies in other files.
 */
export function shapeOf(dataset: Dataset, fileBytes: number): number[] {
  const { shape, chunks, size, virtual_sources: elsewhere } = dataset.metadata;
  if (elsewhere && elsewhere.length > 0)
    throw new Refusal(
      `The numbers of ${quoted(dataset.path)} are in other files`,
      "save a copy that holds them itself",
    );
  const dims = (shape ?? [0]).map(Number);
  const count = dims.reduce((product, dim) => product * dim, 1);
  const claims = `${quoted(dataset.path)} claims ${readableSize(count * size)} in a file of ${readableSize(fileBytes)}`;
  if (!chunks && count * size > fileBytes)
    throw new Refusal(claims, "the file seems to be cut off or damaged; copy it again");
  if (count * size > limitsFor(fileBytes).unpackedBytes)
    throw new Refusal(claims, "save it without compression, or in smaller files");
  return dims.length === 0 ? [1] : dims;
}

type Values = ArrayLike<number | bigint | boolean>;

/** The rows `from` to `to` of a numeric dataset, all columns, row by row. */
export function numbersIn(dataset: Dataset, from: number, to: number): Values {
  const rank = dataset.shape?.length ?? 0;
  if (rank === 0) return [dataset.value as number];
  const value = dataset.slice([[from, to], ...Array.from({ length: rank - 1 }, () => [] as [])]);
  return value as unknown as Values;
}

/** Filters that the library unpacks: gzip, shuffle, Fletcher's checksum, N-bit, scale-offset. */
const knownFilters = new Set([1, 2, 3, 5, 6]);
const filterNames: Readonly<Record<number, string>> = {
  ...{ 4: "SZIP", 32000: "LZF", 32001: "Blosc", 32004: "LZ4", 32013: "ZFP", 32015: "Zstandard" },
  ...{ 32008: "Bitshuffle", 32026: "Blosc 2" },
};

/** @throws Refusal when the numbers are packed by something that is not part of HDF5. */
export function checkFilters(dataset: Dataset): void {
  const foreign = dataset.filters.find(({ id }) => !knownFilters.has(id));
  if (foreign)
    throw new Refusal(
      `${quoted(dataset.path)} is compressed with ${filterNames[foreign.id] ?? quoted(foreign.name)} (filter ${foreign.id})`,
      "save it with gzip",
    );
}

const blockNumbers = 1024 * 1024;

/** All numbers of a dataset, row by row, converted block by block. */
export function numbersAs<T extends Float32ArrayConstructor | Float64ArrayConstructor>(
  dataset: Dataset,
  Type: T,
  fileBytes: number,
): InstanceType<T> {
  const dims = shapeOf(dataset, fileBytes);
  const count = dims.reduce((product, dim) => product * dim, 1);
  if (!isNumericDataset(dataset))
    throw new Refusal(`${quoted(dataset.path)} holds no numbers`, "check how the file was written");
  if (count > mostHeld)
    throw new Refusal(
      `${quoted(dataset.path)} claims ${count} numbers in one array`,
      `save it in parts of at most ${mostHeld}`,
    );
  const numbers = new Type(count) as InstanceType<T>;
  if (count === 0) return numbers;
  checkFilters(dataset);
  const width = count / dims[0];
  const rows = Math.max(1, Math.floor(blockNumbers / width));
  for (let from = 0; from < dims[0]; from += rows) {
    const block = numbersIn(dataset, from, Math.min(dims[0], from + rows));
    for (let at = 0; at < block.length; at++) numbers[from * width + at] = Number(block[at]);
  }
  return numbers;
}

/** The first few numbers, in the order of the file. */
export function firstNumbers(dataset: Dataset, most: number): number[] {
  const shape = dataset.shape ?? [];
  if (shape.length === 0) return [Number(dataset.value)];
  if (shape.some((size) => size === 0)) return [];
  let left = most;
  const ends = shape.map(() => 1);
  for (let at = shape.length - 1; at >= 0; at--) {
    ends[at] = Math.max(1, Math.min(shape[at], left));
    left = Math.floor(left / ends[at]);
  }
  const value = dataset.slice(ends.map((end) => [0, end]));
  return Array.from(value as unknown as ArrayLike<number | bigint>, Number).slice(0, most);
}

/** All numbers of a one-dimensional dataset, which is to be held at once. */
export function allNumbers(dataset: Dataset, fileBytes: number): Float64Array<ArrayBuffer> {
  const dims = shapeOf(dataset, fileBytes);
  const count = dims.reduce((product, dim) => product * dim, 1);
  if (!isNumericDataset(dataset))
    throw new Refusal(`${quoted(dataset.path)} holds no numbers`, "check how the file was written");
  if (count > mostHeld / 2)
    throw new Refusal(
      `${quoted(dataset.path)} claims ${count} numbers`,
      "save the recording in several files",
    );
  checkFilters(dataset);
  const values = count === 0 ? [] : numbersIn(dataset, 0, dims[0]);
  return Float64Array.from({ length: count }, (_, at) => Number(values[at]));
}

/** Text, or a list of texts; null when the dataset holds something else. */
export function textsIn(dataset: Dataset | null): string[] | null {
  const value = dataset?.value;
  if (typeof value === "string") return [value];
  return Array.isArray(value) && value.every((text) => typeof text === "string") ? value : null;
}
