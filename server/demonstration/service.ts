import { comparisonState, type GroupRef } from "../../contracts/comparison";
import { paradigms } from "../../engine/paradigms/registry";
import { theoryNamed } from "../../engine/theories/registry";
import { systemGrant, systemGrantIn, type SystemLabGrant } from "../access/grant";
import { comparisonsNamed, saveComparison } from "../comparisons/service";
import { ensureDashboard } from "../dashboards/service";
import { ensureBundledRecording } from "../datasets/service";
import { experimentsNamed, launchExperiment } from "../experiments/service";
import { ensureModel } from "../models/service";
import { ensureParadigm } from "../paradigms/service";
import { log } from "../log";
import { adoptResults } from "../runs/service";
import { dashboardName, demonstrationDashboard } from "./dashboard";
import * as scenario from "./scenario";
import * as store from "./store";

export { publishDemonstration } from "./publication";

/** Whoever fills a new lab has this long before somebody else goes on with it. */
export const openingMs = 2 * 60_000;
export const openingEnd = (): Date => new Date(Date.now() + openingMs);

/**
 * Lets a new lab begin with a copy of the demonstration. A lab without it is still a lab: what goes wrong is logged, and a
 * worker goes on where this broke off, also when this whole process is gone.
 */
export async function openWithDemonstration(lab: { id: string; slug: string }): Promise<void> {
  const grant = systemGrantIn(lab, "a new lab: copy of the demonstration");
  try {
    await fillWithDemonstration(grant);
    await store.markComplete(grant);
  } catch (error) {
    log().error({ err: error, lab: lab.slug }, "the copy of the demonstration is not complete yet");
  }
}

/** For the worker: completes labs whose opening broke off. */
export async function finishOpenings(): Promise<void> {
  const grant = systemGrant("worker: completes new labs");
  for (;;) {
    const lab = await store.claimOverdue(grant, openingEnd());
    if (!lab) return;
    await openWithDemonstration(lab);
  }
}

/** The runs of copies come after everything else: what the original has computed by then is not computed again. */
const copiesLater = 10_000;

/**
 * Fills a lab with the demonstration, original or copy; what is there already stays as it is, so it may be called again.
 * Runs that the original has done are done at once: the copy shares their results.
 */
export async function fillWithDemonstration(
  grant: SystemLabGrant,
  isOriginal = false,
  { subjects, repetitions }: { subjects: number; repetitions: number } = scenario.size,
): Promise<void> {
  const paradigmVersionId = await ensureParadigm(grant, {
    name: scenario.paradigm.name,
    spec: paradigms.find(({ key }) => key === scenario.paradigm.key)!,
  });
  const versionOf = new Map<string, string>();
  for (const { name, theory, preset } of scenario.models)
    versionOf.set(name, await ensureModel(grant, { name, ...presetOf(theory, preset) }));

  const idOf = await experimentsNamed(
    grant,
    scenario.experiments.map(({ name }) => name),
  );
  for (const { name, notes, models, priority } of scenario.experiments) {
    if (idOf.has(name)) continue;
    const { id } = await launchExperiment(
      grant,
      {
        ...{ name, notes, paradigmVersionId },
        modelVersionIds: models.map((model) => versionOf.get(model)!),
        arms: scenario.arms,
        subjects: scenario.subjects.slice(0, subjects),
        repetitions,
        seed: scenario.seed,
      },
      (index) => priority + index + (isOriginal ? 0 : copiesLater),
    );
    idOf.set(name, id);
  }
  const recording = await ensureBundledRecording(grant);
  await saveTabs(grant, idOf, versionOf, recording.id);
  await ensureDashboard(grant, {
    name: dashboardName,
    document: demonstrationDashboard({
      comparisons: await comparisonsNamed(
        grant,
        scenario.tabs.map(({ name }) => name),
      ),
      ...{ experiments: idOf, models: versionOf, recording: recording.id },
    }),
  });
  if (!isOriginal) await adoptResults(grant);
}

async function saveTabs(
  grant: SystemLabGrant,
  experiments: ReadonlyMap<string, string>,
  versions: ReadonlyMap<string, string>,
  recording: string,
): Promise<void> {
  const saved = await comparisonsNamed(
    grant,
    scenario.tabs.map(({ name }) => name),
  );
  for (const { name, notes, position, experiment, arms = scenario.arms, ...tab } of scenario.tabs) {
    if (saved.has(name)) continue;
    const models = tab.models ?? scenario.experiments.find((one) => one.name === experiment)!.models;
    const groups: GroupRef[] = models.flatMap((model) =>
      arms.map((arm) => ({
        ...{ kind: "simulation" as const, arm },
        experiment: experiments.get(experiment)!,
        model: versions.get(model)!,
      })),
    );
    if (tab.recording) groups.push({ kind: "recording", dataset: recording, group: "" });
    await saveComparison(grant, { name, notes, position, state: comparisonState.parse({ groups }) });
  }
}

function presetOf(theory: string, key: string) {
  const preset = theoryNamed(theory).declaration.presets.find((known) => known.key === key);
  if (!preset) throw new RangeError(`The theory "${theory}" has no preset "${key}".`);
  return {
    ...{ theory, role: preset.role, preset: key, parameters: preset.values },
    notes: preset.meaning,
  };
}
