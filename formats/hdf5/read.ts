import type { File } from "h5wasm/node";
import { readArrays } from "../arrays/read";
import { nwbParts } from "../nwb/read";
import type { Parts, Reading } from "../reader";
import { openArrays } from "./arrays";
import { withHdf5 } from "./open";
import { textAttribute } from "./attributes";

async function* parts(root: File, reading: Reading): Parts {
  const isNwb =
    textAttribute(root, "nwb_version") !== "" || textAttribute(root, "neurodata_type") === "NWBFile";
  if (isNwb) yield* nwbParts(root, reading);
  else yield* readArrays(reading, openArrays(root, reading.file, false), { base: 0, format: "HDF5" });
}

/** HDF5 files are told apart by what they say of themselves, not by their names. */
export async function* readHdf5(reading: Reading): Parts {
  yield* withHdf5(reading.file, (root) => parts(root, reading));
}
