import { Refusal } from "../refusal";
import type { Parts, Reading } from "../reader";
import { describe, inWords, type Described } from "./browse";
import { describeOther } from "./other";
import { looksLikeSeshMerge } from "./sesh-merge/fields";
import { readSeshMerge } from "./sesh-merge/read";
import { readFields } from "./struct";
import { readVariables } from "./variables";

/** A level 5 MAT-file (-v6, -v7): seshMerge is known, any other is described so that a person can map it. */
export async function* readMatlab(reading: Reading): Parts {
  const others: Described[] = [];
  let found = false;
  for await (const { elements, header } of readVariables(reading.file, reading.limits)) {
    const known = header.class === "struct" ? await readFields(elements, header) : null;
    if (known && looksLikeSeshMerge(known.names)) {
      if (found)
        throw new Refusal("The file holds two structs like seshMerge", "save each in a file of its own");
      found = true;
      yield* readSeshMerge(reading, elements, header, known);
    } else others.push(await describe(elements, header, { known }));
  }
  if (!found) describeOther(others);
  if (others.length > 0) reading.notes.remark(`Not imported: ${others.map(inWords).join(", ")}.`);
}
