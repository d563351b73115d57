import type { GroupRef } from "../../contracts/comparison";
import { assumedInWords } from "../../contracts/dataset";
import type { OwnWindows } from "../../engine/measures/own-windows";
import type { Reader } from "../access/grant";
import { getRecording, type VersionRecording } from "../datasets/service";
import { notFound } from "../errors";
import { columnKey, groupKey, type RecordingGroup } from "./assemble/group";

type RecordingRef = Extract<GroupRef, { kind: "recording" }>;

/** Groups of dataset versions, averaged over trials. Throws not-found for a version or a group that is not there. */
export async function readRecordings(
  grant: Reader,
  refs: readonly RecordingRef[],
  windows: OwnWindows = {},
): Promise<RecordingGroup[]> {
  const read = new Map<string, VersionRecording>();
  for (const id of new Set(refs.map(({ dataset }) => dataset)))
    read.set(id, await getRecording(grant, id, windows));
  return refs.map((ref) => groupOf(ref, read.get(ref.dataset)!));
}

function groupOf(ref: RecordingRef, { version, recording, training }: VersionRecording): RecordingGroup {
  const subjects = recording?.subjects.filter(({ group }) => group === ref.group) ?? [];
  if (recording && subjects.length === 0) throw notFound("group", ref.group);
  const { remarks, citation, licence, task, replicate, assumed } = version;
  return {
    kind: "recording",
    key: groupKey(ref),
    ref,
    label: [`${version.name} v${version.number}`, ref.group, version.simulated ? "simulated" : ""]
      .filter(Boolean)
      .join(" · "),
    ...{ task, replicate, timing: version.timing },
    reasons: new Map(
      training?.reasons.map(({ measure, signal, reason }) => [columnKey(measure, signal), reason]),
    ),
    problem: recording ? null : `Not imported: ${version.problem ?? `its import is ${version.status}`}.`,
    signals: recording?.signals ?? [],
    subjects: subjects.map(({ name, sessions, means }) => {
      const sum = (what: "trials" | "excluded") =>
        sessions.reduce((total, session) => total + session[what], 0);
      const own = training?.subjects.find(({ subject }) => subject === name);
      return {
        ...{ name, means, trials: sum("trials") - sum("excluded"), excluded: sum("excluded") },
        types: own?.types ?? new Uint8Array(0),
        stimulated: own?.stimulated ?? new Uint8Array(0),
        columns: new Map(
          own?.columns.map(({ measure, signal, values }) => [columnKey(measure, signal), values]),
        ),
      };
    }),
    remarks: [
      ...assumed.map(assumedInWords),
      ...(recording?.left ?? []),
      ...remarks,
      `Licence ${licence}. ${citation}`,
    ],
  };
}
