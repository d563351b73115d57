import { type Yoke, type YokedTo, subjectKey } from "../../contracts/experiment";
import { mostTrials } from "../../contracts/paradigm";
import type { History } from "../../engine/history";
import type { TrialType } from "../../engine/paradigms/paradigm";
import type { Subject } from "../../engine/run-spec";
import type { InLab } from "../access/grant";
import { type Animal, animalsOf, getVersion, trialTypeOf, unpairedCue } from "../datasets/service";
import { Problem } from "../errors";
import { historyHash } from "../runs/service";

/** What the subjects of an experiment meet: subject i has history i, and again the first when animals run out. */
export interface Yoked {
  readonly histories: readonly History[];
  readonly to: YokedTo;
}

/**
 * Throws not-found for a version of another lab, and refused where the recording does not say what its animals met: an order
 * of trials is never made up.
 */
export async function yokedBy(
  grant: InLab,
  { datasetVersionId, group }: Yoke,
  subjects: readonly Subject[],
  trials: number | undefined,
): Promise<Yoked> {
  const version = await getVersion(grant, datasetVersionId);
  const animals = await animalsOf(grant, datasetVersionId, group);
  if (animals.length === 0)
    throw new Problem("refused", `${version.name} v${version.number} has no trials of a group "${group}".`, {
      where: "yoke",
      next: "Choose another group or another version of the dataset.",
    });
  const all = animals.map((animal) => historyOf(animal, version.contentHash));
  const histories = all.map(({ source, trialTypes, stimulated }) => ({
    source,
    trialTypes: trialTypes.slice(0, mostTrials),
    stimulated: stimulated && stimulated.slice(0, mostTrials),
  }));
  return {
    histories,
    to: {
      ...{ datasetVersionId, group },
      dataset: { id: version.datasetId, name: version.name, number: version.number },
      animals: subjects.map((subject, i) => ({
        ...met(histories[i % animals.length], trials),
        subjectKey: subjectKey(subject),
        animal: animals[i % animals.length].name,
        sessions: animals[i % animals.length].sessions,
        of: all[i % animals.length].trialTypes.length,
        history: historyHash(histories[i % animals.length]),
      })),
    },
  };
}

/** Training trials of a yoked subject. */
export const trialsOf = ({ trialTypes }: History, wanted: number | undefined): number =>
  Math.min(wanted ?? trialTypes.length, trialTypes.length);

function historyOf({ name, trials }: Animal, contentHash: string): History {
  const types = trials.map(trialTypeOf);
  const unknown = types.indexOf(null);
  if (unknown >= 0) {
    const count = types.filter((type) => type === null).length;
    const unpaired = trials.flatMap((trial) => unpairedCue(trial) ?? []);
    if (unpaired.length > 0)
      throw new Problem(
        "refused",
        `Of ${name}, ${unpaired.length} of ${types.length} trials have a cue that no reward follows ("${unpaired[0]}"): no simulated task has such trials.`,
        { where: "yoke", next: "Choose animals without them." },
      );
    const said = trials[unknown].type;
    throw new Problem(
      "refused",
      `Of ${name}, ${count} of ${types.length} trials are ${said === null ? "of no stated type" : `of a type "${said}"`}, which says neither cued, uncued nor omitted.`,
      { where: "yoke", next: "Import a new version of the dataset and say what its codes of trials mean." },
    );
  }
  const stimulated = trials.map((trial) => trial.stimulated);
  return {
    source: `dataset version ${contentHash}, animal ${name}`,
    trialTypes: types as TrialType[],
    stimulated: stimulated.some((flag) => flag !== null) ? stimulated : null,
  };
}

function met(history: History, wanted: number | undefined) {
  const trials = trialsOf(history, wanted);
  const types = history.trialTypes.slice(0, trials);
  const count = (type: TrialType) => types.filter((one) => one === type).length;
  const flags = history.stimulated?.slice(0, trials);
  return {
    ...{ trials, cued: count("cued"), uncued: count("uncued"), omission: count("omission") },
    stimulated: flags?.some((flag) => flag !== null) ? flags.filter((flag) => flag === true).length : null,
  };
}
