/** What the names of columns say of their meaning. */
const names = {
  subject: [
    "id",
    "subject",
    "subjectid",
    "subj",
    "mouse",
    "mouseid",
    "mousename",
    "animal",
    "animalid",
    "rat",
    "ratid",
  ],
  session: ["session", "sessionid", "sess", "sesh", "seshid", "day", "sessionnumber", "sessiondate", "date"],
  trial: ["trial", "trialnumber", "trialnum", "trialno", "trialindex", "trialid", "tr"],
  group: ["group", "condition", "cohort", "treatment", "arm"],
  sex: ["sex", "gender"],
  genotype: ["genotype", "strain"],
  time: [
    "time",
    "t",
    "times",
    "timestamp",
    "timestamps",
    "sec",
    "seconds",
    "timesec",
    "timeseconds",
    "timems",
    "ms",
  ],
  event: ["event", "eventtype", "eventname", "label", "eventlabel", "eventcode"],
  value: ["value", "values", "data"],
  /** Which signal a row's value is of, where a table has one row per signal and sample. */
  signal: ["signal", "signalname", "channel", "variable", "region"],
  samplingRate: ["samplingrate", "samplingratehz", "fs"],
  duration: ["duration", "durations", "dur"],
  start: ["start", "starttime", "trialstart", "trialstarttime", "onset"],
  type: ["type", "trialtype"],
  cue: ["cue", "cs", "stimulus", "odor", "odour", "tone"],
  reward: ["reward", "rewardmagnitude", "rewardsize", "rewardvolume", "rewardul"],
  omitted: ["omitted", "omission", "omit"],
  stimulated: ["stimulated", "stim", "stimstate", "opto", "laser", "stimulation"],
  dose: ["dose"],
  iti: ["iti", "itisec", "itiseconds", "intertrialinterval"],
  excluded: ["excluded", "exclude"],
} as const;
export type Role = keyof typeof names;
export type Roles = Readonly<Partial<Record<Role, number>>>;

export const plainName = (column: string): string => column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The column of each role, by its position; of several the first, by the order of the names above. */
export function rolesOf(columns: readonly string[]): Roles {
  const plain = columns.map(plainName);
  const roles: Partial<Record<Role, number>> = {};
  for (const role of Object.keys(names) as Role[]) {
    const name = names[role].find((candidate) => plain.includes(candidate));
    if (name) roles[role] = plain.indexOf(name);
  }
  return roles;
}

export interface SampleColumns {
  readonly name: string;
  /** Position of the first of them; they stand side by side. */
  readonly from: number;
  readonly count: number;
  /** Where the names are times: the first, and how far apart. */
  readonly times: { readonly first: number; readonly step: number } | null;
}

const fewestSamples = 5;

/** Runs of neighbouring columns `<prefix>1, <prefix>2, …`, or of columns named by evenly spaced times. */
export function sampleColumns(columns: readonly string[]): SampleColumns[] {
  const parts = columns.map((column) => /^(.*?)(\d+)$/.exec(column.trim()));
  const times = columns.map((column) => (column.trim() === "" ? NaN : Number(column)));
  const runs: SampleColumns[] = [];
  for (let from = 0; from < columns.length;) {
    const [step, head] = [times[from + 1] - times[from], parts[from]];
    let to = from + 1;
    if (step > 0) while (Math.abs(times[to] - times[to - 1] - step) < step / 100) to++;
    else if (head)
      while (parts[to]?.[1] === head[1] && Number(parts[to]?.[2]) === Number(head[2]) + to - from) to++;
    if (to - from >= fewestSamples)
      runs.push({
        name: head && !(step > 0) ? head[1].replace(/[\s._-]+$/, "") || "signal" : "signal",
        ...{ from, count: to - from },
        times:
          step > 0 ? { first: times[from], step: (times[to - 1] - times[from]) / (to - from - 1) } : null,
      });
    from = to;
  }
  return runs;
}
