import { describeSubject } from "../../engine/subject";

/** The demonstration: what its lab holds, and what every new lab opens on a copy of. */

export const paradigm = { key: "trace-conditioning", name: "Trace conditioning" };

/** Models by the name under which they are shown: a preset of a theory, unchanged. */
export const models = [
  { name: "ACTR as rate, lick-gated", theory: "actr", preset: "lick-gated" },
  { name: "ACTR as error, lick-gated", theory: "actr", preset: "lick-gated-error" },
  { name: "ACTR as rate, as published", theory: "actr", preset: "as-published" },
  { name: "ACTR as rate, without the 0.75", theory: "actr", preset: "without-075" },
  { name: "ACTR as rate, only the 0.75", theory: "actr", preset: "only-075" },
] as const;
export type DemonstrationModel = (typeof models)[number]["name"];

interface Demonstrated {
  readonly name: string;
  readonly notes: string;
  readonly models: readonly DemonstrationModel[];
  /** Of its first run; lower is sooner, and whatever a person launches is sooner still. */
  readonly priority: number;
}

export const arms = ["control", "stimLick-", "stimLick+"];
export const subjects = Array.from({ length: 6 }, (_, index) => describeSubject(index));
export const repetitions = 2;
export const seed = 1;

export const experiments: readonly Demonstrated[] = [
  {
    name: "The fair comparison",
    notes:
      "Stimulation as in the experiment: a trial counts as lick+ when a lick falls into the last 750 ms before reward, both arms stimulate 60 % of the trials that qualify, and trials without stimulation are left alone. Only what dopamine means differs.",
    models: ["ACTR as rate, lick-gated", "ACTR as error, lick-gated"],
    priority: 1000,
  },
  {
    name: "As published, and the 0.75",
    notes:
      "In the published code a trial without stimulation loses 0.75 of its learning rate in the stimulated arms. Three versions stand side by side: as published, without this decrement, and with nothing but this decrement. Where the second and the third differ, stimulation itself and the decrement act differently; where the first resembles the third, the decrement accounts for it. What remains without it is what stimulation does in this model.",
    models: ["ACTR as rate, as published", "ACTR as rate, without the 0.75", "ACTR as rate, only the 0.75"],
    priority: 2000,
  },
];
