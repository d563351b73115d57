import type { Dataset, Group, Entity } from "h5wasm/node";
import { textAttribute } from "./attributes";
import { isDataset, isExternalLink, isGroup } from "./kinds";
import { Refusal } from "../refusal";

/** A group or dataset and what it is called. */
export interface Node {
  readonly path: string;
  readonly name: string;
  readonly object: Group | Dataset;
  /** The `neurodata_type` of NWB; empty for others. */
  readonly type: string;
}

const deepest = 24;
const mostObjects = 20_000;

/** Where the object lies in the file, which is the same by whatever links it is reached. */
const address = (object: Group | Dataset) => String(object.create_reference().ref_data);

const isObject = (entity: Entity | null): entity is Group | Dataset => isGroup(entity) || isDataset(entity);

/**
 * Every group and dataset below `group`, each once, by whatever links it is reached: links may form a circle. Links to
 * other files are not followed; `outside` collects them. What is `hidden` by its path is left out.
 */
export function walk(group: Group, outside: string[] = [], hidden: ReadonlySet<string> = new Set()): Node[] {
  const met = new Set<string>([address(group)]);
  const found: Node[] = [];
  const visit = (parent: Group, above: string, depth: number) => {
    if (depth > deepest)
      throw new Refusal(
        `Groups are nested more than ${deepest} deep at ${above.slice(0, 80)}`,
        "flatten the file",
      );
    for (const name of parent.keys()) {
      const entity = parent.get(name);
      const path = `${above}/${name}`;
      if (hidden.has(path)) continue;
      if (isExternalLink(entity)) outside.push(path);
      if (!isObject(entity)) continue;
      const where = address(entity);
      if (met.has(where)) continue;
      met.add(where);
      found.push({ path, name, object: entity, type: textAttribute(entity, "neurodata_type") });
      if (found.length > mostObjects)
        throw new Refusal(`The file holds more than ${mostObjects} groups and datasets`, "save a part of it");
      if (isGroup(entity)) visit(entity, path, depth + 1);
    }
  };
  visit(group, group.path === "/" ? "" : group.path, 1);
  return found;
}

export function datasetIn(group: Group, name: string): Dataset | null {
  if (!group.keys().includes(name)) return null;
  const entity = group.get(name);
  return isDataset(entity) ? entity : null;
}
