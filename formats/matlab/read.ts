import { allInWords, arrayContents } from "../arrays/contents";
import type { ArrayFile } from "../arrays/model";
import { readArrays } from "../arrays/read";
import { inBoolean } from "../inputs";
import type { Parts, Reading } from "../reader";
import { Refusal, quoted } from "../refusal";
import { openMatlab } from "./file";
import { looksLikeSeshMerge } from "./sesh-merge/fields";
import { readSeshMerge } from "./sesh-merge/read";

/** The arrays of a MAT-file of any version: seshMerge is known, of any other a person says what they are. */
export async function* readMatlabArrays(reading: Reading, file: ArrayFile): Parts {
  const { notes } = reading;
  const known = file.variables.filter(looksLikeSeshMerge);
  if (known.length > 1)
    throw new Refusal("The file holds two structs like seshMerge", "save each in a file of its own");
  const [found] = known;
  const isKnown =
    found !== undefined &&
    notes.tell({
      ...({ field: "file.isSeshMerge", about: "file", guess: true, input: inBoolean } as const),
      question: `Is ${quoted(found.name)} laid out like seshMerge of Coddington et al. 2023? Otherwise, say what its fields are.`,
    });
  if (!isKnown) return yield* readArrays(reading, file, { base: 1, format: "MATLAB" });
  yield arrayContents(file);
  yield* readSeshMerge(reading, file, found);
  const others = file.variables.filter((variable) => variable !== found);
  if (others.length > 0) notes.remark(`Not imported: ${allInWords(others)}.`);
}

/** A level 5 MAT-file (-v6, -v7). */
export async function* readMatlab(reading: Reading): Parts {
  yield* readMatlabArrays(reading, await openMatlab(reading));
}
