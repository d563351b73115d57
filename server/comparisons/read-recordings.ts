import type { GroupRef } from "../../contracts/comparison";
import { assumedInWords } from "../../contracts/dataset";
import type { Reader } from "../access/grant";
import { getRecording, type VersionRecording } from "../datasets/service";
import { notFound } from "../errors";
import { groupKey, type RecordingGroup } from "./assemble/group";

type RecordingRef = Extract<GroupRef, { kind: "recording" }>;

/** Groups of dataset versions, averaged over trials. Throws not-found for a version or a group that is not there. */
export async function readRecordings(
  grant: Reader,
  refs: readonly RecordingRef[],
): Promise<RecordingGroup[]> {
  const read = new Map<string, VersionRecording>();
  for (const id of new Set(refs.map(({ dataset }) => dataset))) read.set(id, await getRecording(grant, id));
  return refs.map((ref) => groupOf(ref, read.get(ref.dataset)!));
}

function groupOf(ref: RecordingRef, { version, recording }: VersionRecording): RecordingGroup {
  const subjects = recording?.subjects.filter(({ group }) => group === ref.group) ?? [];
  if (recording && subjects.length === 0) throw notFound("group", ref.group);
  const { remarks, citation, licence, task, replicate, assumed } = version;
  return {
    kind: "recording",
    key: groupKey(ref),
    ref,
    label: [`${version.name} v${version.number}`, ref.group].filter(Boolean).join(" · "),
    ...{ task, replicate },
    problem: recording ? null : `Not imported: ${version.problem ?? `its import is ${version.status}`}.`,
    signals: recording?.signals ?? [],
    subjects: subjects.map(({ name, sessions, means }) => {
      const sum = (what: "trials" | "excluded") =>
        sessions.reduce((total, session) => total + session[what], 0);
      return { name, means, trials: sum("trials") - sum("excluded"), excluded: sum("excluded") };
    }),
    remarks: [
      ...assumed.map(assumedInWords),
      ...(recording?.left ?? []),
      ...remarks,
      `Licence ${licence}. ${citation}`,
    ],
  };
}
