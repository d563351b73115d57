/**
 * Simulated animals as in the sixth section of Coddington, Lindo & Dudman (2023): six initial networks, those at the ranks
 * below of a population of 500 sorted by initial error, and for each one rate multiplier tau_trans ~ U(0.5, 1.5).
 */
import { keyedNoise } from "./noise/keyed";
import type { Subject } from "./run-spec";

export const referenceRanks = [201, 130, 98, 119, 141, 195] as const;

/** tau_trans of the animal with this network when a person does not choose one: U(0.5, 1.5), keyed by population and rank. */
export const defaultTauTrans = (population: number, rank: number): number =>
  0.5 + keyedNoise({ seed: 0, population, rank, repetition: 0 }).stream(0, "subject").next();

/** Subject number `index` (0-based): the six reference ranks of population 1, then those of population 2, and so on. */
export function describeSubject(index: number, firstPopulation = 1): Subject {
  const population = firstPopulation + Math.floor(index / referenceRanks.length);
  const rank = referenceRanks[index % referenceRanks.length];
  return { population, rank, tauTrans: defaultTauTrans(population, rank) };
}
