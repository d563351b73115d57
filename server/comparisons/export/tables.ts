/** The tables of an export: a column's name, its unit, and what it means. The data dictionary is written from these. */
export interface ColumnMeaning {
  readonly name: string;
  readonly unit: string;
  readonly meaning: string;
}
const column = (name: string, unit: string, meaning: string): ColumnMeaning => ({ name, unit, meaning });

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
  column("from", "trial", "first training trial averaged; empty on traces, where panel names the period"),
  column("to", "trial", "last training trial averaged; empty on traces, where panel names the period"),
  column("time", "see time_unit", "time of the sample or middle of the bin; empty unless kind is trace"),
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
    column("n", "replicates", "subjects that count"),
    column("repetitions", "", "repetitions asked for per subject; averaged before N is counted"),
    column("remarks", "", "what a reader must know"),
  ],
  values: [
    column("group", "", "short name, see groups.csv"),
    column("subject", "", "animal, initial network or agent: the replicate"),
    column("repetition", "", "same subject, other noise; empty for recordings"),
    ...where,
    column(
      "value",
      "see unit",
      "mean over the trials (or probe blocks) that have a value; empty where none has",
    ),
    column("with_value", "trials", "trials or probe blocks with a value; empty on traces"),
    column("of", "trials", "trials or probe blocks there are; empty on traces"),
  ],
  aggregates: [
    column("group", "", "short name, see groups.csv"),
    column(
      "statistic",
      "",
      "level: from each subject's mean over repetitions. difference: from each subject's mean over the repetitions that have a value in both arms, arm minus control",
    ),
    ...where,
    column("n", "replicates", "subjects with a value (pairs, for differences)"),
    column("mean", "see unit", "mean over subjects"),
    column("sd", "see unit", "standard deviation over subjects, n - 1"),
    column("sem", "see unit", "sd / sqrt(n)"),
    column("low", "see unit", "lower end of the 95 % interval of the mean"),
    column("high", "see unit", "upper end of the 95 % interval of the mean"),
    column("interval", "", "how the interval is made"),
    column("pairs_of", "replicates", "pairs there would be if every run were done"),
    column("effect_size", "1", "see effect_size_name"),
    column("effect_size_name", "", "which effect size"),
    column("p", "1", "two-sided, not corrected for the number of tests"),
    column("test", "", "which test"),
  ],
  missing: [
    column("group", "", "short name, see groups.csv"),
    column("statistic", "", "level or difference"),
    column("subject", "", "subject that does not count"),
    column("reason", "", "why"),
  ],
} as const;
export type TableName = keyof typeof tables;

export const headerOf = (table: TableName): string[] => tables[table].map(({ name }) => name);

export const dictionary = (): string[][] =>
  Object.entries(tables).flatMap(([table, columns]) =>
    columns.map(({ name, unit, meaning }) => [`${table}.csv`, name, unit, meaning]),
  );
