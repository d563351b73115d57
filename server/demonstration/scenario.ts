import { describeSubject } from "../../engine/subject";

/** The demonstration: what its lab holds, and what every new lab opens on a copy of. */

export const paradigm = { key: "trace-conditioning", name: "Trace conditioning" };

/** Models by the name under which they are shown: a preset of a theory, unchanged. */
export const models = [
  { name: "ACTR as rate, lick-gated", theory: "actr", preset: "lick-gated" },
  { name: "ACTR as error, lick-gated", theory: "actr", preset: "lick-gated-error" },
  { name: "TD, acting", theory: "td", preset: "acting" },
  { name: "ACTR as rate, as published", theory: "actr", preset: "as-published" },
  { name: "ACTR as rate, without the 0.75", theory: "actr", preset: "without-075" },
  { name: "ACTR as rate, only the 0.75", theory: "actr", preset: "only-075" },
  { name: "ACTR as error, as published", theory: "actr", preset: "as-published-error" },
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
export const size = { subjects: subjects.length, repetitions: 2 };
export const seed = 1;

const fair = "The fair comparison";
const published = "As published, and the 0.75";

/** Within an experiment runs go subject by subject across arms and models: every curve has its first animal early. */
export const experiments: readonly Demonstrated[] = [
  {
    name: fair,
    notes:
      "Stimulation as in the experiment: a trial counts as lick+ when a lick falls into the last 750 ms before reward, both arms stimulate 60 % of the trials that qualify, and trials without stimulation are left alone. Only what dopamine means differs.",
    models: ["ACTR as rate, lick-gated", "ACTR as error, lick-gated", "TD, acting"],
    priority: 1000,
  },
  {
    name: published,
    notes:
      "In the published code a trial without stimulation loses 0.75 of its learning rate in the stimulated arms. Three versions stand side by side: as published, without this decrement, and with nothing but this decrement.",
    models: ["ACTR as rate, as published", "ACTR as rate, without the 0.75", "ACTR as rate, only the 0.75"],
    priority: 2000,
  },
  {
    name: "As published, read as an error",
    notes:
      "Codes 21 and 22 of the published code: on the trials that it stimulates, both errors become 1 and the learning rate is left alone.",
    models: ["ACTR as error, as published"],
    priority: 3000,
  },
];

interface Tab {
  readonly name: string;
  readonly notes: string;
  readonly experiment: string;
  /** Of the experiment; all of them unless said. */
  readonly models?: readonly DemonstrationModel[];
  readonly arms?: readonly string[];
  /** Whether the bundled recording stands beside them. */
  readonly recording?: boolean;
  /** Below 0: before what people save. */
  readonly position: number;
}

export const tabs: readonly Tab[] = [
  {
    name: "The fair comparison: lick-gated, no 0.75, equal probability",
    notes:
      "Three readings of dopamine on the same trials. Stimulated is a trial with (stimLick+) or without (stimLick-) a lick in the last 750 ms before reward, with probability 0.6 in either arm; other trials are untouched. In ACTR as rate a stimulated trial has learning rate 4, in ACTR as error both of its errors are 1, in TD a stated amount is added to its error at a stated time. How strongly value drives licking in TD was fitted once, to ACTR's preparatory licking in control trials 701-800, and then frozen: what TD says of the other arms is prediction. Arms of one model on the same subject are paired; between models nothing is.",
    experiment: fair,
    position: -3,
  },
  {
    name: "The published 0.75: with it, without it, and alone",
    notes:
      "In the published code, trials of a stimulated arm that are not stimulated lose 0.75 of their learning rate, which early in training is about 1.04. In 60 runs of the reference (30 initial networks), anticipatory licks in trials 401-800 differ from control as published by +0.45 (SE 0.11) under stimLick- and -0.76 (0.13) under stimLick+; without the decrement by +0.47 (0.12) and +0.08 (0.08); with the decrement alone by -0.23 (0.06) and -0.77 (0.13). In this model, then, the decrease under stimLick+ comes with the decrement and not with stimulation, and the increase under stimLick- comes with stimulation. The source gives no reason for the decrement. Below are few networks, so the numbers differ from those of the reference.",
    experiment: published,
    position: -2,
  },
  {
    name: "A recording beside the models",
    notes:
      "Dopamine of eight mice around licks for rewards that no cue announced, beside what the models predict in their own task. The recording is aligned to licks, the models to the start of a trial: they stand in figures of their own and share no axis. What can be compared is shape, not size.",
    experiment: fair,
    models: ["ACTR as rate, lick-gated", "TD, acting"],
    arms: ["control"],
    recording: true,
    position: -1,
  },
];
