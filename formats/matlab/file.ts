import {
  countOf,
  type ArrayFile,
  type Described,
  type Value,
  type Values,
  type Wanted,
} from "../arrays/model";
import type { Reading } from "../reader";
import { Refusal, quoted } from "../refusal";
import { describe } from "./browse";
import type { ArrayHeader, Elements } from "./elements";
import { readFields } from "./struct";
import { readValue } from "./value";
import { readVariables } from "./variables";

const isWithin = (wanted: Wanted, path: string) =>
  wanted.has(path) || [...wanted.keys()].some((own) => own.startsWith(`${path}.`));

/** Reads what is wanted of an array, and of the structs in it; the rest is passed over. */
async function gather(
  elements: Elements,
  header: ArrayHeader,
  path: string,
  wanted: Wanted,
  into: Map<string, Value>,
): Promise<void> {
  const precision = wanted.get(path);
  if (precision !== undefined) into.set(path, await readValue(elements, header, precision, path));
  else if (header.class === "struct" && countOf(header.dims) === 1 && isWithin(wanted, path)) {
    const { names } = await readFields(elements, header);
    for (const name of names)
      await gather(elements, await elements.nested(header.end), `${path}.${name}`, wanted, into);
  }
  await elements.skipTo(header.end);
}

/** A level 5 MAT-file (-v6, -v7) as named arrays. Each reading of some passes over the file once. */
export async function openMatlab({ file, limits }: Reading): Promise<ArrayFile> {
  const variables: Described[] = [];
  for await (const { elements, header } of readVariables(file, limits))
    // MATLAB keeps what its objects hold in a variable without a name
    if (header.name !== "") variables.push(await describe(elements, header));
  const twice = variables.find(({ name }, at) => variables.findIndex((other) => other.name === name) !== at);
  if (twice)
    throw new Refusal(`Two variables are called ${quoted(twice.name)}`, "save each under a name of its own");

  return {
    what: "MATLAB file",
    variables,
    async load(wanted) {
      const values = new Map<string, Value>();
      for await (const { elements, header, finish } of readVariables(file, limits)) {
        if (!isWithin(wanted, header.name)) continue;
        await gather(elements, header, header.name, wanted, values);
        await finish();
      }
      return values;
    },
    async *records(path, wanted): AsyncGenerator<Values, void> {
      for await (const { elements, header, finish } of readVariables(file, limits)) {
        if (path !== header.name && !path.startsWith(`${header.name}.`)) continue;
        const opened = await openStruct(elements, header, path);
        if (!opened) continue;
        const { names, records } = await readFields(elements, opened);
        for (let at = 0; at < records; at++) {
          const values = new Map<string, Value>();
          for (const name of names)
            await gather(elements, await elements.nested(opened.end), `${path}.${name}`, wanted, values);
          yield values;
        }
        await finish();
      }
    },
  };
}

/** The struct array at `path`, which may be inside of single structs; null where this variable has none. */
async function openStruct(
  elements: Elements,
  header: ArrayHeader,
  path: string,
): Promise<ArrayHeader | null> {
  let own = header;
  for (let at = header.name; at !== path;) {
    if (!path.startsWith(`${at}.`) || own.class !== "struct" || countOf(own.dims) !== 1) return null;
    const { names } = await readFields(elements, own);
    const next = names.find((name) => path === `${at}.${name}` || path.startsWith(`${at}.${name}.`));
    if (next === undefined) return null;
    for (const name of names) {
      const nested = await elements.nested(own.end);
      if (name === next) {
        own = nested;
        break;
      }
      await elements.skipTo(nested.end);
    }
    at = `${at}.${next}`;
  }
  return own.class === "struct" ? own : null;
}
