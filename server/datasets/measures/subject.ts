import type { z } from "zod";
import type { DatasetVersion } from "../../../contracts/dataset";
import { blockSizes, type SubjectFigures, type subjectInput } from "../../../contracts/subject";
import { trialMeasures } from "../../../engine/measures/registry";
import { trialTypes } from "../../../engine/paradigms/paradigm";
import { describe } from "../../../engine/statistics/describe";
import type { Reader } from "../../access/grant";
import { notFound } from "../../errors";
import { listSessions } from "../store";
import { sourceColumns } from "./source-values";
import { trainingOf } from "./training";

export type SubjectWanted = Omit<z.infer<typeof subjectInput>, "lab" | "versionId">;
type Blocks = SubjectFigures["blocks"];

/** The learning curves of one animal over all of its sessions. Throws not-found for a subject that is not there. */
export async function subjectFigures(
  grant: Reader,
  version: DatasetVersion,
  { subject, block: asked, windows: own }: SubjectWanted,
): Promise<SubjectFigures> {
  const found = (await listSessions(grant, version.id)).filter((one) => one.subject === subject);
  if (found.length === 0 || version.status !== "imported") throw notFound("subject", subject);
  let trials = 0;
  const sessions = found.map((one) => {
    const first = trials + 1;
    trials += one.trials;
    const { index, session: name, date, excluded, signals } = one;
    return { ...{ index, name, date, first, excluded, signals }, trials: one.trials };
  });
  const block = asked ?? blockSizes.find((size) => trials / size <= 20) ?? blockSizes.at(-1)!;
  const blocks = sessions.flatMap(({ first, trials: count }) =>
    Array.from({ length: Math.ceil(count / block) }, (_, at) => ({
      from: first + at * block,
      to: first + Math.min(count, (at + 1) * block) - 1,
    })),
  );
  const training = await trainingOf(grant, version, own, subject);
  const [animal] = training.subjects;
  const shared = animal.columns.map(({ measure: key, signal, values }) => {
    const measure = trialMeasures.find((one) => one.key === key)!;
    const { title, meaning, types, zeroLine } = measure;
    const windows = own[key] ?? measure.windows;
    const unit = version.signals.find(({ name }) => name === signal)?.unit;
    const of = animal.types.reduce((sum, code) => (types.includes(trialTypes[code]) ? sum + 1 : sum), 0);
    const why = training.reasons.find((one) => one.measure === key && one.signal === signal);
    return {
      ...{ key, signal, title, meaning, zeroLine, windows, words: measure.words(windows, null) },
      ...{ unit: measure.unit ?? unit ?? "", reason: why?.reason ?? null },
      ...described(values, blocks, of),
    };
  });
  const kept = (await sourceColumns(grant, version, found)).map(({ values, ...about }) => ({
    ...{ ...about, signal: null, zeroLine: false, windows: null },
    ...described(values, blocks, trials - sessions.reduce((sum, { excluded }) => sum + excluded, 0)),
  }));
  const [{ group, sex, genotype }] = found;
  return {
    dataset: {
      ...{ id: version.datasetId, name: version.name, version: version.number },
      simulated: version.simulated,
    },
    ...{ subject, group, sex, genotype, sessions, block, blocks },
    signals: version.signals.map(({ name }) => name),
    measures: [...shared, ...kept],
  };
}

/** Over the trials of each block that have a value. */
function described(values: Float64Array, blocks: Blocks, of: number) {
  const all = blocks.map(({ from, to }) => describe(values.subarray(from - 1, to)));
  return {
    n: all.map(({ n }) => n),
    mean: all.map(({ mean }) => known(mean)),
    sd: all.map(({ sd }) => known(sd)),
    trials: { withValue: all.reduce((sum, { n }) => sum + n, 0), of },
  };
}

const known = (value: number) => (Number.isNaN(value) ? null : value);
