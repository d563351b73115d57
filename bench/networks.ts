import { referenceRanks, defaultTauTrans } from "../engine/subject";
import type { RunSpec } from "../engine/run-spec";
import { theoryNamed } from "../engine/theories/registry";
import { traceConditioning } from "../engine/paradigms/trace-conditioning";

/** The 30 networks of the reproduction: populations 1 to 5, the six published ranks of each. */
export const populations = [1, 2, 3, 4, 5] as const;
export const repetitions = 2;
const seed = 1;

export interface Condition {
  readonly preset: string;
  readonly arm: string;
}

export interface PlacedSpec {
  readonly network: number;
  readonly spec: RunSpec;
}

/** Runs of a condition: every network, every repetition. Noise is the same in every condition. */
export function runsOf({ preset, arm }: Condition): PlacedSpec[] {
  const { role, values } = theoryNamed("actr").declaration.presets.find(({ key }) => key === preset)!;
  const networks = populations.flatMap((population) => referenceRanks.map((rank) => ({ population, rank })));
  return networks.flatMap(({ population, rank }, network) =>
    Array.from({ length: repetitions }, (_, repetition) => ({
      network,
      spec: {
        theory: "actr",
        role,
        parameters: values,
        paradigm: traceConditioning,
        arm,
        subject: { population, rank, tauTrans: defaultTauTrans(population, rank) },
        repetition,
        seed,
      },
    })),
  );
}
