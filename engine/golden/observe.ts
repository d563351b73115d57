/** Watches a theory and its noise through the engine's front door, for comparison with golden cases. */
import type { CountedNoise } from "../noise/minstd";
import type { Noise, Perturbations } from "../noise/noise";
import type { ActrRun } from "../theories/actr/actr";
import type { ActrProbe } from "../theories/actr/probes";
import type { ActrAct } from "../theories/actr/rewarded";
import type { ActrState } from "../theories/actr/state";
import type { Theory } from "../theories/theory";

export interface SeenTrial {
  readonly before: ActrState;
  readonly act: ActrAct;
  after: ActrState;
  learned: Readonly<Record<string, number>>;
  readonly perturbations: Perturbations;
  /** Uniforms of the plant: T, then one per bout that may lick. */
  readonly plantDraws: readonly number[];
  /** Draws consumed before the network ran, after the plant, and after the choice to stimulate. */
  readonly drawsBefore: number;
  readonly drawsAfterPlant: number;
  drawsAfterStimulation: number;
}

export interface SeenProbe {
  readonly trial: number;
  readonly responses: readonly ActrProbe[];
  readonly state: ActrState;
  readonly drawsBefore: number;
  readonly drawsBeforeMovement: number;
  readonly drawsAfter: number;
}

type ActrTheory = Theory<ActrRun, ActrAct, ActrProbe>;

export function observe(theory: ActrTheory, source: CountedNoise) {
  const trials: SeenTrial[] = [];
  const probes: SeenProbe[] = [];
  let perturbations: Perturbations | undefined;
  let plantDraws: number[] = [];
  let drawsBeforeMovement = 0;

  const noise: Noise = {
    ...source,
    perturbations: (...args) => (perturbations = source.perturbations(...args)),
    stream(trial, purpose, index) {
      const stream = source.stream(trial, purpose, index);
      if (purpose === "movement-cued") drawsBeforeMovement = source.draws;
      if (purpose !== "plant") return stream;
      plantDraws = [];
      return {
        next() {
          const value = stream.next();
          plantDraws.push(value);
          return value;
        },
        fill(into) {
          stream.fill(into);
          plantDraws.push(...into);
        },
      };
    },
  };
  const watched: ActrTheory = {
    ...theory,
    act(run, trial, type) {
      const drawsBefore = source.draws;
      const before = theory.copy(run).state;
      const act = theory.act(run, trial, type, noise);
      const kept = { ...act, outputs: act.outputs.slice(), eligibility: masked(act.eligibility, before) };
      const drawsAfterPlant = source.draws;
      trials.push({
        before,
        act: kept,
        after: before,
        learned: {},
        perturbations: perturbations!,
        plantDraws,
        drawsBefore,
        drawsAfterPlant,
        drawsAfterStimulation: drawsAfterPlant,
      });
      return act;
    },
    learn(run, act, stimulated) {
      const seen = trials[trials.length - 1];
      seen.drawsAfterStimulation = source.draws;
      const learned = theory.learn(run, act, stimulated);
      seen.learned = learned.signals;
      seen.after = theory.copy(run).state;
      return learned;
    },
    probe(run, trial) {
      const drawsBefore = source.draws;
      const responses = theory.probe(run, trial, noise);
      const { state } = theory.copy(run);
      probes.push({ trial, responses, state, drawsBefore, drawsBeforeMovement, drawsAfter: source.draws });
      return responses;
    },
  };
  return { theory: watched, noise, trials, probes };
}

const masked = (eligibility: Float64Array, { plastic }: ActrState) => eligibility.map((value, i) => value * plastic[i]);
