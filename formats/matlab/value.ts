import type { Precision, Value } from "../arrays/model";
import { mostHeld } from "../limits";
import { Refusal, quoted } from "../refusal";
import { countOf, type ArrayHeader, type Elements } from "./elements";
import { readNumbers } from "./numbers";
import { isNumberType, isNumeric, numberTypes } from "./types";

const mostCells = 200_000;
const mostTextBytes = 16 * 1024 * 1024;

const utf8 = 16;
const utf16 = 17;
const utf32 = 18;

/** The text of a char array, row by row; MATLAB keeps it column by column. */
async function readTexts(elements: Elements, header: ArrayHeader): Promise<string[]> {
  const count = countOf(header.dims);
  const [rows] = header.dims;
  if (count === 0) {
    await elements.skipTo(header.end);
    return [];
  }
  const tag = await elements.tag(header.end);
  if (tag.size > mostTextBytes) throw elements.damaged(`text of ${tag.size} bytes`);
  const bytes = tag.inside ?? Buffer.from(await elements.stream.take(tag.size));
  await elements.skipTo(header.end);
  const { little } = elements;
  let letters: string[];
  if (tag.type === utf8) letters = [...bytes.toString("utf8")];
  else if (tag.type === utf16 || tag.type === 4) {
    const decoder = new TextDecoder(little ? "utf-16le" : "utf-16be");
    letters = [...decoder.decode(bytes)];
  } else if (tag.type === utf32)
    letters = Array.from({ length: bytes.length >> 2 }, (_, at) =>
      String.fromCodePoint(
        Math.min(little ? bytes.readUInt32LE(4 * at) : bytes.readUInt32BE(4 * at), 0x10ffff),
      ),
    );
  else letters = [...bytes.toString("latin1")];
  const width = Math.ceil(letters.length / Math.max(1, rows));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: width }, (_, column) => letters[column * rows + row] ?? "")
      .join("")
      .trimEnd(),
  );
}

/** A sparse matrix, filled out: row indexes, column starts and numbers. */
async function readSparse(elements: Elements, header: ArrayHeader, what: string): Promise<Value> {
  const [rows, columns] = header.dims;
  if (countOf(header.dims) > mostHeld)
    throw new Refusal(
      `${quoted(what).slice(1, -1)} claims ${countOf(header.dims)} numbers in one array`,
      `save it in parts of at most ${mostHeld}`,
    );
  const list = async (): Promise<Float64Array> => {
    const tag = await elements.tag(header.end);
    if (!isNumberType(tag.type)) throw elements.damaged(`numbers are expected, not type ${tag.type}`);
    const { size, read } = numberTypes[tag.type];
    const bytes = tag.inside ?? Buffer.from(await elements.stream.take(tag.size));
    await elements.pad(tag, header.end);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    return Float64Array.from({ length: Math.floor(bytes.length / size) }, (_, at) =>
      read(view, at * size, elements.little),
    );
  };
  const [row, start, value] = [await list(), await list(), await list()];
  await elements.skipTo(header.end);
  const numbers = new Float32Array(rows * columns);
  for (let column = 0; column < columns; column++)
    for (let at = start[column]; at < Math.min(start[column + 1], value.length); at++)
      if (row[at] < rows) numbers[column * rows + row[at]] = value[at];
  return { kind: "numbers", dims: header.dims, numbers, byColumns: true };
}

async function readCells(elements: Elements, header: ArrayHeader, what: string): Promise<Value> {
  const count = countOf(header.dims);
  if (count > mostCells)
    throw new Refusal(`${quoted(what).slice(1, -1)} claims ${count} cells`, "save it as numbers");
  const cells: (Float64Array | null)[] = [];
  const texts: string[] = [];
  let held = 0;
  for (let at = 0; at < count; at++) {
    const own = await elements.nested(header.end);
    held += countOf(own.dims);
    if (held > mostHeld / 4)
      throw new Refusal(
        `${quoted(what).slice(1, -1)} holds too many numbers in its cells`,
        "save a part of it",
      );
    if (own.class === "char") {
      texts.push((await readTexts(elements, own)).join(" "));
      cells.push(null);
    } else if (isNumeric(own.class)) cells.push(await readNumbers(elements, own, Float64Array, what));
    else {
      await elements.skipTo(own.end);
      cells.push(null);
    }
  }
  await elements.skipTo(header.end);
  return texts.length === count && count > 0 ? { kind: "texts", texts } : { kind: "cells", cells };
}

/** @throws Refusal when it is of a class that holds neither numbers nor text. */
export async function readValue(
  elements: Elements,
  header: ArrayHeader,
  precision: Precision,
  what: string,
): Promise<Value> {
  if (header.class === "char") return { kind: "texts", texts: await readTexts(elements, header) };
  if (header.class === "cell") return readCells(elements, header, what);
  if (header.class === "sparse") return readSparse(elements, header, what);
  const numbers = await readNumbers(
    elements,
    header,
    precision === "single" ? Float32Array : Float64Array,
    what,
  );
  return { kind: "numbers", dims: header.dims, numbers, byColumns: true };
}
