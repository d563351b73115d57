import { readMatlabArrays } from "../matlab/read";
import type { Parts, Reading } from "../reader";
import { openArrays } from "./arrays";
import { withHdf5 } from "./open";

/** A MAT-file of version 7.3, which is HDF5. */
export async function* readMatlab73(reading: Reading): Parts {
  yield* withHdf5(reading.file, (root) => readMatlabArrays(reading, openArrays(root, reading.file, true)));
}
