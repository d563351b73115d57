import type { GroupView } from "../../../contracts/comparison";
import { replicateOf } from "../../../engine/theories/replicate";
import { type Group, isControl, type RecordingGroup, type SimulationGroup } from "./group";
import { whyNot } from "./pairs";
import { trainingTypesOf } from "./training-types";

/** Who stands in a group, how many count, and what a reader must know about them. */
export const groupView = (group: Group, all: readonly Group[] = []): GroupView =>
  group.kind === "simulation" ? simulationView(group) : recordingView(group, armNamed(group, all));

/** The arm that a group of animals is named after: it stands beside the simulations of that arm. */
function armNamed({ ref }: RecordingGroup, all: readonly Group[]): GroupView["arm"] {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_]/g, "");
  const arms = all.flatMap((one) => (one.kind === "simulation" ? one.paradigm.arms : []));
  const arm = arms.find(({ key, title }) => [plain(key), plain(title)].includes(plain(ref.group)));
  return arm ? { key: arm.key, title: arm.title } : null;
}

function simulationView(group: SimulationGroup): GroupView {
  const { key, ref, label, theory, role, arm, subjects, repetitions, runs } = group;
  const missing = subjects.flatMap((subject) => {
    const reason = whyNot(runs, subject);
    return reason ? [{ subject, reason: group.refused ?? reason }] : [];
  });
  const count = (...statuses: string[]) => runs.filter(({ status }) => statuses.includes(status)).length;
  return {
    ...{ key, ref, label, repetitions, missing },
    theory: theory.key,
    dopamineRole: role.dopamineRole,
    roleTitle: role.title,
    arm: { key: arm.key, title: arm.title },
    n: subjects.length - missing.length,
    replicate: replicateOf(theory.key),
    runs: {
      expected: group.refused ? 0 : subjects.length * repetitions,
      done: count("done"),
      failed: count("failed", "cancelled"),
      pending: count("queued", "running"),
    },
    remarks: simulationRemarks(group),
  };
}

function simulationRemarks(group: SimulationGroup): string[] {
  const { theory, role, arm, subjects, repetitions, runs, refused } = group;
  const remarks: string[] = [];
  if (refused) remarks.push(refused);
  const rule = role.manipulations[arm.manipulation];
  if (rule && !isControl(arm)) remarks.push(`${arm.title}: ${rule.rule}`);
  if (rule?.origin === "extension")
    remarks.push(
      `The rule of ${arm.title} in this role is our extension of ${theory.title}, not the published one.`,
    );
  remarks.push(...parameterRemarks(group));
  const types = trainingTypesOf(group);
  if (group.yoked) remarks.push(group.yoked);
  if (types.length > 1) remarks.push(`Training has ${types.join(" and ")} trials. ${theory.otherTypes}`);
  if (repetitions > 1) {
    const short = subjects
      .map((subject) => runs.filter((run) => run.subject === subject && run.numbers).length)
      .filter((done) => done > 0 && done < repetitions).length;
    remarks.push(
      `A subject counts once, from its first finished repetition on; its ${repetitions} repetitions are averaged first.` +
        (short > 0 ? ` ${short} of ${subjects.length} subjects rest on fewer repetitions so far.` : ""),
    );
  }
  const versions = new Set(runs.filter(({ numbers }) => numbers).map(({ engineVersion }) => engineVersion));
  if (versions.size > 1) remarks.push(`Its runs come from ${versions.size} versions of the engine.`);
  return remarks;
}

function recordingView(
  { key, ref, label, replicate, subjects, problem, remarks }: RecordingGroup,
  arm: GroupView["arm"],
): GroupView {
  const without = subjects.filter(({ trials }) => trials === 0);
  return {
    ...{ key, ref, label, replicate },
    theory: null,
    dopamineRole: null,
    roleTitle: null,
    arm,
    n: subjects.length - without.length,
    repetitions: 1,
    runs: { expected: 0, done: 0, failed: 0, pending: 0 },
    missing: without.map(({ name }) => ({ subject: name, reason: "all its trials are excluded" })),
    remarks: problem ? [problem, ...remarks] : [...remarks],
  };
}

/** A preset is named only for what it still says: values that were changed since are listed. */
function parameterRemarks({ theory, preset, parameters }: SimulationGroup): string[] {
  const changed = theory.parameters.flatMap(({ key, title, default: usual }) => {
    const expected = preset?.values[key] ?? usual;
    const value = parameters[key] ?? usual;
    return value === expected ? [] : [`${title} ${value} instead of ${expected}`];
  });
  const remarks = preset ? [`Preset "${preset.title}": ${preset.meaning}`] : [];
  if (changed.length > 0)
    remarks.push(
      `${preset ? "Changed from the preset" : "Changed from the defaults"}: ${changed.join("; ")}.`,
    );
  return remarks;
}
