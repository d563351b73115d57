import type { ContentItem } from "@/contracts/reading";
import type { RecordingPart } from "@/contracts/recording";
import { isDataset } from "./kinds";
import { firstNumbers, isNumericDataset, textsIn } from "./values";
import { textAttribute } from "./attributes";
import { type Node } from "./walk";

const mostListed = 2000;
/** First values are read from the file, a block each. */
const mostShown = 300;
const shown = 6;

function firstOf({ object }: Node): string[] {
  if (!isDataset(object)) return [];
  try {
    if (isNumericDataset(object))
      return firstNumbers(object, shown).map((number) => String(Number(number.toPrecision(6))));
    const count = (object.shape ?? []).reduce((product, size) => product * size, 1);
    return count <= mostListed
      ? (textsIn(object) ?? []).slice(0, shown).map((text) => text.slice(0, 80))
      : [];
  } catch {
    return []; // whether it can be read is said when somebody asks for it
  }
}

/** Every group and dataset with its type, size and unit. */
export function hdf5Contents(what: string, nodes: readonly Node[]): RecordingPart {
  const listed = nodes.slice(0, mostListed);
  let left = mostShown;
  const items = listed.map((node): ContentItem => {
    const { path, name, object, type } = node;
    const data = isDataset(object);
    return {
      ...{ path: path.slice(0, 1000), name: name.slice(0, 200), depth: path.split("/").length - 2 },
      type: (type || (data ? (isNumericDataset(object) ? "numbers" : "text") : "group")).slice(0, 120),
      dims: data ? [...(object.shape ?? [])] : null,
      unit: (data && textAttribute(object, "unit").slice(0, 80)) || null,
      first: left-- > 0 ? firstOf(node) : [],
      ...{ gaps: null, looked: null },
    };
  });
  return { kind: "contents", what, items, more: nodes.length - listed.length };
}
