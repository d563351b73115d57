/**
 * A MAT-file of the shape and size of the published seshMerge.mat (1 x 24 struct, 271 MB compressed, the same fields), with
 * numbers from a seed.
 */
import { createWriteStream, openSync, statSync, writeSync, closeSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createDeflate } from "node:zlib";
import { MatWriter, type MatArray } from "../../formats/testing/write-mat";
import { chance } from "../../formats/fuzz/mutate";

const samples = 701;
export const records = 24;
const headerBytes = 128;
const random = chance(20230118);
const writer = new MatWriter();

/** About normal: the sum of three uniforms. */
const noise = () => 2 * (random() + random() + random()) - 3;
const drawn = (count: number, draw: () => number) => Array.from({ length: count }, draw);

type Shape = Pick<MatArray, "kind" | "dims"> & { draw: () => number };
const column = (trials: number, draw: () => number): Shape => ({ kind: "double", dims: [trials, 1], draw });
const matrix = (trials: number, draw = noise): Shape => ({ kind: "single", dims: [trials, samples], draw });
const none: Shape = { kind: "double", dims: [0, 0], draw: () => 0 };

/** The 20 fields of a record: regions and ITIs are missing in some, summaries are shorter than the trials. */
function fieldsOf(record: number): Record<string, Shape> {
  const large = record >= 21;
  const [trials, summarised] = large ? [604, 580] : [828, 800];
  const across = (draw: () => number, kind: MatArray["kind"] = "double"): Shape => ({
    kind,
    dims: [1, summarised],
    draw,
  });
  return {
    trialID: column(trials, () => Math.floor(random() * 3)),
    seshID: column(trials, () => 1),
    lickState: column(trials, () => Math.round(random())),
    stimState: column(trials, () => (random() < 0.4 ? 1 : 0)),
    latency: column(trials, () => 900 * random()),
    cueLatency: column(trials, () => 900 * random()),
    nac: matrix(trials),
    vta: record % 3 === 0 ? matrix(trials) : none,
    ds: record % 3 === 1 ? matrix(trials) : none,
    pupil: matrix(trials),
    lick: { kind: "uint8", dims: [trials, samples], draw: () => (random() < 0.03 ? 1 : 0) },
    nose: matrix(trials),
    whisk: matrix(trials),
    body: matrix(trials),
    iti: record % 4 === 0 ? none : column(trials, () => 10 + 5 * random()),
    predVars: { kind: "double", dims: [summarised, 8], draw: noise },
    cuePredVars: { kind: "double", dims: [summarised, 4], draw: noise },
    rewDA: across(noise, "single"),
    prepLick: across(() => Math.floor(5 * random())),
    baseLick: across(() => Math.floor(3 * random())),
  };
}

const numbersIn = ({ dims }: Shape) => dims.reduce((product, size) => product * size, 1);
const width = { double: 8, single: 4, uint8: 1, int16: 2 };
/** Tag, flags, dimensions, empty name, tag of the data, data padded to eight bytes. */
const bytesOf = (shape: Shape) =>
  8 + 16 + 16 + 8 + 8 + 8 * Math.ceil((numbersIn(shape) * width[shape.kind]) / 8);

function* variable(): Generator<Buffer> {
  const shapes = Array.from({ length: records }, (_, at) => Object.values(fieldsOf(at + 1))).flat();
  const bytes = shapes.reduce((sum, shape) => sum + bytesOf(shape), 0);
  function* arrays() {
    for (const shape of shapes)
      yield writer.array({
        kind: shape.kind,
        dims: shape.dims,
        numbers: drawn(numbersIn(shape), shape.draw),
      });
  }
  yield* writer.structPieces("seshMerge", Object.keys(fieldsOf(1)), records, bytes, arrays());
}

export async function generate(file: string): Promise<void> {
  const head = Buffer.concat([writer.header(), Buffer.alloc(8)]);
  head.writeUInt32LE(15, headerBytes);
  const out = createWriteStream(file);
  out.write(head);
  await pipeline(Readable.from(variable()), createDeflate({ level: 1 }), out);
  head.writeUInt32LE(statSync(file).size - head.length, headerBytes + 4);
  const descriptor = openSync(file, "r+");
  writeSync(descriptor, head, 0, head.length, 0);
  closeSync(descriptor);
}
