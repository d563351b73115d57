import type { Group, Dataset, File } from "h5wasm/node";
import { isGroup } from "../hdf5/kinds";
import path from "node:path";
import type { RecordingPart } from "@/contracts/recording";
import { textsIn } from "../hdf5/values";
import { datasetIn, textAttribute, walk, type Node } from "../hdf5/walk";
import type { Reading } from "../reader";
import { Refusal, listed, quoted } from "../refusal";
import { eventParts, isEvents } from "./events";
import { fibersOf } from "./fibers";
import { ownHeaderOf, ownParts } from "./own";
import { isSeries, seriesParts } from "./series";
import { trialParts } from "./trials";

/** NWB 2: subject, trials, events, and series of numbers over time, wherever in the file they are. */

const text = (dataset: Dataset | null) => textsIn(dataset)?.[0]?.trim() ?? "";
const nullable = (value: string) => value.slice(0, 200) || null;

/** Names of their own where they have them, else the whole path. */
function idsOf(nodes: readonly Node[]): Map<Node, string> {
  const counts = new Map<string, number>();
  for (const { name } of nodes) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    nodes.map((node) => [node, (counts.get(node.name) === 1 ? node.name : node.path.slice(1)).slice(0, 190)]),
  );
}

function subjectOf(root: File): Group | null {
  const subject = isGroup(root.get("general")) ? (root.get("general") as Group).get("subject") : null;
  return isGroup(subject) ? subject : null;
}

function nothingUsable(root: File, nodes: readonly Node[], subject: string): Refusal {
  const types = [...new Set(nodes.map(({ type }) => type).filter(Boolean))];
  return new Refusal(
    `The NWB ${textAttribute(root, "nwb_version") || "2"} file of subject ${quoted(subject)} holds no signal, event or trial, only ${listed(types) || "descriptions"}`,
    "write the photometry as FiberPhotometryResponseSeries or TimeSeries, and the trials as a trials table",
  );
}

export function* nwbParts(root: File, reading: Reading): Generator<RecordingPart> {
  const { file, notes } = reading;
  const own = ownHeaderOf(root);
  if (own) return yield* ownParts(root, own, file.size);
  const outside: string[] = [];
  const nodes = walk(root, outside);
  if (outside.length > 0) notes.remark(`Links to other files were not followed: ${listed(outside)}.`);
  const about = subjectOf(root);
  const field = (name: string) => (about ? text(datasetIn(about, name)) : "");
  const subject = field("subject_id").slice(0, 200) || path.parse(file.name).name.slice(0, 200) || "subject";
  const events = nodes.filter(isEvents);
  const series = nodes.filter((node) => isSeries(node) && !isEvents(node));
  const trials = nodes.find((node) => node.path === "/intervals/trials" && isGroup(node.object));
  if (events.length + series.length === 0 && !trials) throw nothingUsable(root, nodes, subject);

  const version = textAttribute(root, "nwb_version");
  const start = text(datasetIn(root, "session_start_time"));
  const place = { subject, session: 1 };
  yield {
    ...{
      kind: "source",
      format: `NWB ${version}`,
      title: text(datasetIn(root, "session_description")).slice(0, 400),
    },
    ...{ licence: null, citation: null },
  };
  yield {
    kind: "subjects",
    subjects: [
      { id: subject, group: "", sex: nullable(field("sex")), genotype: nullable(field("genotype")) },
    ],
  };
  const name = text(datasetIn(root, "identifier")).slice(0, 200) || "1";
  yield {
    kind: "sessions",
    sessions: [{ subject, index: 1, name, date: nullable(start)?.slice(0, 40) ?? null }],
  };
  if (trials) yield* trialParts(trials.object as Group, place, reading);
  for (const node of events) yield* eventParts(node, place, reading);

  const fiberOf = fibersOf(nodes, file.size);
  const silent: string[] = [];
  for (const [node, id] of idsOf(series)) {
    const read = { finite: false };
    yield* seriesParts(node, id, place, { fileBytes: file.size, fiberOf, read });
    if (!read.finite) silent.push(id);
  }
  if (silent.length > 0 && silent.length === series.length)
    throw new Refusal(`${listed(silent)} hold no number, only gaps`, "check the export of the signals");
  if (silent.length > 0) notes.remark(`${listed(silent)} hold no number, only gaps.`);
  const left = nodes.filter(
    (node) => /Series$/.test(node.type) && !series.includes(node) && !events.includes(node),
  );
  if (left.length > 0)
    notes.remark(`Not imported: ${listed(left.map(({ name: own, type }) => `${own} (${type})`))}.`);
}
