import type { File } from "h5wasm/node";
import { isDataset, isGroup } from "./kinds";
import { describeOther } from "../matlab/other";
import type { Described } from "../matlab/browse";
import type { Parts, Reading } from "../reader";
import { withHdf5 } from "./open";
import { textAttribute, walk, type Node } from "./walk";

const kindOf = ({ object }: Node) => {
  if (object.attrs["MATLAB_sparse"]) return "sparse";
  return textAttribute(object, "MATLAB_class") || (isGroup(object) ? "struct" : "unknown");
};

/** HDF5 counts dimensions in the other order than MATLAB. */
const dimsOf = ({ object }: Node): number[] =>
  isDataset(object) ? [...(object.shape ?? [])].reverse() : [1, 1];

function variables(root: File): Described[] {
  // what MATLAB keeps for itself: the targets of cells and objects
  const nodes = walk(root).filter(({ path }) => !path.startsWith("/#"));
  const within = (parent: string): Described[] =>
    nodes
      .filter(({ path, name }) => path === `${parent}/${name}`)
      .map((node) => ({
        name: node.name,
        class: kindOf(node),
        dims: dimsOf(node),
        fields: within(node.path),
      }));
  return within("");
}

/** A MAT-file of version 7.3, which is HDF5: its variables are described, so that a person can map them. */
export async function* readMatlab73({ file }: Reading): Parts {
  for await (const found of withHdf5(file, (root) => [variables(root)])) describeOther(found);
}
