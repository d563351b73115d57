import type { Dataset, Group, Reference } from "h5wasm/node";
import { attributeIn } from "./attributes";
import { isDataset, isGroup } from "./kinds";

/** What references in a file point to. */

const isReference = (value: unknown): value is Reference =>
  typeof value === "object" && value !== null && "ref_data" in value;

function follow(from: Dataset | Group, value: unknown): Group | Dataset | null {
  if (!isReference(value)) return null;
  try {
    const found = from.dereference(value);
    return found && !("source_dataset" in found) && (isGroup(found) || isDataset(found)) ? found : null;
  } catch {
    return null; // a reference to nothing
  }
}

/** The target of an attribute: the table that a region is of. */
export function attributeTarget(object: Dataset, name: string): Group | null {
  const value = attributeIn(object, name);
  const found = follow(object, Array.isArray(value) ? value[0] : value);
  return isGroup(found) ? found : null;
}

/** The targets of a list of references, in its order. */
export function targetsOf(list: Dataset): (Group | Dataset | null)[] {
  const value = list.value;
  return Array.isArray(value) ? value.map((one) => follow(list, one)) : [];
}
