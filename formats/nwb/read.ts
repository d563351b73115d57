import type { Group, Dataset, File } from "h5wasm/node";
import { isGroup } from "../hdf5/kinds";
import path from "node:path";
import type { RecordedTrial, RecordingPart } from "@/contracts/recording";
import { Alignment } from "../alignment";
import { askGroups } from "../codes";
import { hdf5Contents } from "../hdf5/contents";
import { inBoolean, inItems } from "../inputs";
import { textsIn } from "../hdf5/values";
import { textAttribute } from "../hdf5/attributes";
import { datasetIn, walk, type Node } from "../hdf5/walk";
import type { Notes, Reading } from "../reader";
import { Refusal, listed, quoted } from "../refusal";
import { eventParts, isEvents } from "./events";
import { fibersOf } from "./fibers";
import { ownHeaderOf, ownParts } from "./own";
import { studyPart } from "../timing";
import { isSeries, onsetsOf, seriesParts } from "./series";
import { stimulatedBy, trialsIn, type TrialsTable } from "./trials";

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

/** What N counts, by the Latin name of the species. */
const animals: readonly (readonly [RegExp, string])[] = [
  [/mus\b|mouse|mice/i, "mice"],
  [/rattus|\brats?\b/i, "rats"],
];

interface Found {
  readonly events: readonly Node[];
  readonly series: readonly Node[];
  readonly trials: Node | undefined;
}

function find(nodes: readonly Node[]): Found {
  const events = nodes.filter(isEvents);
  return {
    events,
    series: nodes.filter((node) => isSeries(node) && !isEvents(node)),
    trials: nodes.find((node) => node.path === "/intervals/trials" && isGroup(node.object)),
  };
}

/** Which series become signals: all, unless somebody leaves some out. */
function chosenSeries(notes: Notes, ids: ReadonlyMap<Node, string>): Map<Node, string> {
  const chosen = notes.tell<readonly string[]>({
    ...{ field: "nwb.series", about: "signals", guess: [...ids.keys()].map(({ path: own }) => own) },
    question: "Which series are signals?",
    input: inItems([...ids.keys()].map(({ path: own, type }) => ({ value: own, label: `${own} (${type})` }))),
  });
  return new Map([...ids].filter(([node]) => chosen.includes(node.path)));
}

export function* nwbParts(root: File, reading: Reading): Generator<RecordingPart> {
  const { file, notes } = reading;
  const outside: string[] = [];
  const nodes = walk(root, outside, new Set(["/specifications"]));
  const version = textAttribute(root, "nwb_version");
  yield hdf5Contents(`NWB ${version} file`.slice(0, 200), nodes);
  const own = ownHeaderOf(root);
  if (own) return yield* ownParts(root, own, file.size);
  if (outside.length > 0) notes.remark(`Links to other files were not followed: ${listed(outside)}.`);
  const about = subjectOf(root);
  const field = (name: string) => (about ? text(datasetIn(about, name)) : "");
  const subject = field("subject_id").slice(0, 200) || path.parse(file.name).name.slice(0, 200) || "subject";
  const { events, series, trials } = find(nodes);
  if (events.length + series.length === 0 && !trials) throw nothingUsable(root, nodes, subject);
  const signals = chosenSeries(notes, idsOf(series));

  const start = text(datasetIn(root, "session_start_time"));
  const place = { subject, session: 1 };
  yield {
    ...{ kind: "source", format: `NWB ${version}`.slice(0, 200) },
    title: text(datasetIn(root, "session_description")).slice(0, 400),
    ...{ licence: null, citation: null },
  };
  const groupOf = askGroups(notes, [subject]);
  yield {
    kind: "subjects",
    subjects: [
      {
        ...{ id: subject, group: groupOf(subject), sex: nullable(field("sex"))?.slice(0, 40) ?? null },
        genotype: nullable(field("genotype")) ?? nullable(field("strain")),
      },
    ],
  };
  const name = text(datasetIn(root, "identifier")).slice(0, 200) || "1";
  yield {
    kind: "sessions",
    sessions: [{ subject, index: 1, name, date: nullable(start)?.slice(0, 40) ?? null }],
  };
  const species = field("species");
  yield studyPart(notes, { replicate: animals.find(([latin]) => latin.test(species))?.[1] });

  const alignment = new Alignment();
  const types = new Set<string>();
  for (const node of events)
    for (const part of eventParts(node, place, reading)) {
      if (part.kind === "events") types.add(part.type);
      yield alignment.noted(part);
    }
  const lights = [...signals].filter(([{ type }]) => type === "OptogeneticSeries");
  const onsets: number[] = [];
  for (const [node, id] of lights) {
    const { times, durations } = onsetsOf(node, file.size);
    for (const time of times) onsets.push(time);
    if (times.length > 0)
      yield alignment.noted({
        ...{ kind: "events", ...place, type: id, meaning: "stimulation", trials: null, values: null },
        ...{ times: Float64Array.from(times), durations: Float64Array.from(durations) },
      });
  }
  const table = trials ? trialsIn(trials.object as Group, place, reading, types) : null;
  for (const part of table?.events ?? []) yield alignment.noted(part);
  alignment.trials(
    place,
    table
      ? stimulated(
          notes,
          table,
          onsets,
          lights.map(([, id]) => id),
        )
      : [],
  );
  yield* alignment.parts(notes);
  yield* table?.values ?? [];

  const fiberOf = fibersOf(nodes, file.size);
  const silent: string[] = [];
  for (const [node, id] of signals) {
    const read = { finite: false };
    yield* seriesParts(node, id, place, { notes, fileBytes: file.size, fiberOf, read });
    if (!read.finite) silent.push(id);
  }
  if (silent.length > 0 && silent.length === signals.size)
    throw new Refusal(`${listed(silent)} hold no number, only gaps`, "check the export of the signals");
  if (silent.length > 0) notes.remark(`${listed(silent)} hold no number, only gaps.`);
  const left = nodes.filter(
    (node) => /Series$/.test(node.type) && !signals.has(node) && !events.includes(node),
  );
  if (left.length > 0)
    notes.remark(`Not imported: ${listed(left.map(({ name: own, type }) => `${own} (${type})`))}.`);
}

/** The table's own word comes first; a laser that was on says the rest, if somebody does not object. */
function stimulated(
  notes: Notes,
  { trials, stops }: TrialsTable,
  onsets: readonly number[],
  lights: readonly string[],
): readonly RecordedTrial[] {
  if (onsets.length === 0 || !trials.some((trial) => trial.stimulated === null)) return trials;
  const counts = notes.ask({
    ...({ field: "trials.stimulatedByLight", about: "trials", guess: true, input: inBoolean } as const),
    question: `Are the trials in which ${listed(lights)} was on the stimulated ones?`,
  });
  return counts ? stimulatedBy(trials, onsets, stops) : trials;
}
