import { paradigms } from "../../engine/paradigms/registry";
import { theoryNamed } from "../../engine/theories/registry";
import type { SystemGrant, SystemLabGrant } from "../access/grant";
import { launchExperiment, listExperiments } from "../experiments/service";
import { ensureModel } from "../models/service";
import { ensureParadigm } from "../paradigms/service";
import * as scenario from "./scenario";
import { adoptResults } from "./store";

/** The runs of copies come after everything else: what the original has computed by then is not computed again. */
const copiesLater = 10_000;

/**
 * Fills a lab with the demonstration, original or copy; what is there already stays as it is, so it may be called again.
 * Runs that the original has done are done at once: the copy shares their results.
 */
export async function fillWithDemonstration(grant: SystemLabGrant, isOriginal = false): Promise<void> {
  const paradigmVersionId = await ensureParadigm(grant, {
    name: scenario.paradigm.name,
    spec: paradigms.find(({ key }) => key === scenario.paradigm.key)!,
  });
  const versionOf = new Map<string, string>();
  for (const { name, theory, preset } of scenario.models)
    versionOf.set(name, await ensureModel(grant, { name, ...presetOf(theory, preset) }));

  const existing = new Set((await listExperiments(grant)).map(({ name }) => name));
  for (const { name, notes, models, priority } of scenario.experiments) {
    if (existing.has(name)) continue;
    await launchExperiment(
      grant,
      {
        ...{ name, notes, paradigmVersionId },
        modelVersionIds: models.map((model) => versionOf.get(model)!),
        arms: scenario.arms,
        subjects: scenario.subjects,
        repetitions: scenario.repetitions,
        seed: scenario.seed,
      },
      (_cell, index) => priority + index + (isOriginal ? 0 : copiesLater),
    );
  }
  if (!isOriginal) await adoptResults(grant);
}

/** For the worker: what copies of the demonstration wait for and the original has done meanwhile. */
export const adoptEverywhere = (grant: SystemGrant) => adoptResults(grant);

function presetOf(theory: string, key: string) {
  const preset = theoryNamed(theory).declaration.presets.find((known) => known.key === key);
  if (!preset) throw new RangeError(`The theory "${theory}" has no preset "${key}".`);
  return {
    ...{ theory, role: preset.role, preset: key, parameters: preset.values },
    notes: preset.meaning,
  };
}
