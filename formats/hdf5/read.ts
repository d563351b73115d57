import type { File } from "h5wasm/node";
import { isDataset } from "./kinds";
import type { RecordingPart } from "@/contracts/recording";
import { nwbParts } from "../nwb/read";
import type { Parts, Reading } from "../reader";
import { Refusal, listed } from "../refusal";
import { withHdf5 } from "./open";
import { textAttribute, walk } from "./walk";

function refuse(root: File): never {
  const datasets = walk(root).filter(({ object }) => isDataset(object));
  const held = datasets.length === 0 ? "no datasets" : listed(datasets.map(({ path }) => path));
  throw new Refusal(
    `This HDF5 file is neither NWB nor MATLAB 7.3 (it holds ${held})`,
    "save the recording as NWB, .mat or CSV",
  );
}

function* parts(root: File, reading: Reading): Generator<RecordingPart> {
  const isNwb =
    textAttribute(root, "nwb_version") !== "" || textAttribute(root, "neurodata_type") === "NWBFile";
  if (!isNwb) refuse(root);
  yield* nwbParts(root, reading);
}

/** HDF5 files are told apart by what they say of themselves, not by their names. */
export async function* readHdf5(reading: Reading): Parts {
  yield* withHdf5(reading.file, (root) => parts(root, reading));
}
