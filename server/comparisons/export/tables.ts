import { column as typed, type Column } from "../../../formats/write/tidy";

/** The tables of an export. The data dictionary is written from these. */
const column = (name: string, unit: string, meaning: string) => typed(name, "text", unit, meaning);
const integer = (name: string, unit: string, meaning: string) => typed(name, "integer", unit, meaning);
const number = (name: string, unit: string, meaning: string) => typed(name, "number", unit, meaning);

const where = [
  column(
    "kind",
    "",
    "curve: by block of trials; window: the window of the table; trace: mean trace of a signal",
  ),
  column(
    "panel",
    "",
    "panel of the comparison; values and aggregates of one panel belong together; empty for the table",
  ),
  column("measure", "", "key of the measure or signal"),
  column("unit", "", "unit of value, mean, sd, sem and interval"),
  integer("from", "trial", "first training trial averaged; empty on traces, where panel names the period"),
  integer("to", "trial", "last training trial averaged; empty on traces, where panel names the period"),
  number("time", "see time_unit", "time of the sample or middle of the bin; empty unless kind is trace"),
  column("time_unit", "", "unit of time"),
];

export const tables = {
  groups: [
    column("group", "", "short name of the group in this export"),
    column("shown", "", "yes: asked for; no: only here because differences are taken from it"),
    column("label", "", "model, version and arm, or dataset and group"),
    column("kind", "", "simulation or recording"),
    column("theory", "", "learning rule"),
    column("dopamine_role", "", "what dopamine is in the model"),
    column("arm", "", "what is manipulated"),
    column("control", "", "group from which its differences are taken"),
    column("replicate", "", "what N counts"),
    integer("n", "replicates", "subjects that count"),
    integer("repetitions", "", "repetitions asked for per subject; averaged before N is counted"),
    column("remarks", "", "what a reader must know"),
  ],
  values: [
    column("group", "", "short name, see groups.csv"),
    column("subject", "", "animal, initial network or agent: the replicate"),
    integer("repetition", "", "same subject, other noise; empty for recordings"),
    ...where,
    number(
      "value",
      "see unit",
      "mean over the trials (or probe blocks) that have a value; empty where none has",
    ),
    integer("with_value", "trials", "trials or probe blocks with a value; empty on traces"),
    integer("of", "trials", "trials or probe blocks there are; empty on traces"),
  ],
  aggregates: [
    column("group", "", "short name, see groups.csv"),
    column(
      "statistic",
      "",
      "level: from each subject's mean over repetitions. difference: from each subject's mean over the repetitions that have a value in both arms, arm minus control",
    ),
    ...where,
    integer("n", "replicates", "subjects with a value (pairs, for differences)"),
    number("mean", "see unit", "mean over subjects"),
    number("sd", "see unit", "standard deviation over subjects, n - 1"),
    number(
      "sem",
      "see unit",
      "sd / sqrt(n); of responses relative to control, with the error of each reference",
    ),
    number("low", "see unit", "lower end of the 95 % interval of the mean"),
    number("high", "see unit", "upper end of the 95 % interval of the mean"),
    column("interval", "", "how the interval is made"),
    integer("pairs_of", "replicates", "pairs there would be if every run were done"),
    number("effect_size", "1", "see effect_size_name"),
    column("effect_size_name", "", "which effect size"),
    number("p", "1", "two-sided, not corrected for the number of tests"),
    column("test", "", "which test"),
    column("window", "", "what of each trial is taken, in words and numbers"),
  ],
  missing: [
    column("group", "", "short name, see groups.csv"),
    column("statistic", "", "level or difference"),
    column("subject", "", "subject that does not count; empty where the whole group has no value"),
    column("reason", "", "why"),
  ],
} as const satisfies Record<string, readonly Column[]>;
export type TableName = keyof typeof tables;
