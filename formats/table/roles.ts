import type { AnswerOption } from "@/contracts/reading";
import { inItem } from "../inputs";
import type { Notes } from "../reader";

/** What the names of columns say of their meaning. */
const names = {
  subject: [
    ...["id", "subject", "subjectid", "subj", "mouse", "mouseid", "mousename", "animal", "animalid", "rat"],
    ...["ratid", "ids", "subjectname", "animalname", "mice", "animals", "subjects"],
  ],
  session: ["session", "sessionid", "sess", "sesh", "seshid", "day", "sessionnumber", "sessiondate", "date"],
  trial: ["trial", "trialnumber", "trialnum", "trialno", "trialindex", "trialid", "tr", "trials"],
  group: ["group", "condition", "cohort", "treatment", "arm"],
  sex: ["sex", "gender"],
  genotype: ["genotype", "strain"],
  time: [
    ...[
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
    ],
    ...["ms", "timeinseconds", "timemin", "timeus", "eventtime", "onsettime", "frame", "framenumber"],
    ...["sampleindex", "samplenumber", "datetime", "timeofday", "systemtimestamp"],
  ],
  event: ["event", "eventtype", "eventname", "label", "eventlabel", "eventcode", "events"],
  value: ["value", "values", "data"],
  /** Which signal a row's value is of, where a table has one row per signal and sample. */
  signal: ["signal", "signalname", "channel", "variable", "region", "ledstate", "flags"],
  samplingRate: ["samplingrate", "samplingratehz", "fs"],
  duration: ["duration", "durations", "dur"],
  start: ["start", "starttime", "trialstart", "trialstarttime", "onset"],
  type: ["type", "trialtype"],
  cue: ["cue", "cs", "stimulus", "odor", "odour", "tone", "cueid", "cuetype"],
  reward: ["reward", "rewardmagnitude", "rewardsize", "rewardvolume", "rewardul"],
  omitted: ["omitted", "omission", "omit", "usomitted", "rewardomitted"],
  stimulated: ["stimulated", "stim", "stimstate", "opto", "laser", "stimulation"],
  dose: ["dose"],
  iti: ["iti", "itisec", "itiseconds", "intertrialinterval"],
  excluded: ["excluded", "exclude"],
} as const;
export type Role = keyof typeof names;
export type Roles = Readonly<Partial<Record<Role, number>>>;

/** "Time (ms)" as its words and its unit. */
const unitAtEnd = /^(.*?)\s*[([]([^()[\]]*)[)\]]\s*$/;
const ofTime = /^(s|secs?|seconds?|ms|msec|us|µs|μs|min|samples?)$/i;

/** Whether a column of this unit can have the role: "reward (s)" is no size, and "start (ms)" not in seconds. */
function fitsUnit(role: Role, unit: string): boolean {
  if (role === "time" || role === "duration") return ofTime.test(unit);
  if (role === "start" || role === "iti") return /^s(ec(onds?)?)?$/i.test(unit);
  return !ofTime.test(unit);
}

export const plainName = (column: string): string => column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The column of each role, by its position; of several the first, by the order of the names above. */
export function rolesOf(columns: readonly string[]): Roles {
  const plain = columns.map(plainName);
  const units = columns.map((column) => unitAtEnd.exec(column));
  const roles: Partial<Record<Role, number>> = {};
  for (const role of Object.keys(names) as Role[]) {
    const own: readonly string[] = names[role];
    const bare = units.map((found) => (found && fitsUnit(role, found[2]) ? plainName(found[1]) : ""));
    const at = [plain, bare].flatMap((all) => own.map((name) => all.indexOf(name)).filter((one) => one >= 0));
    if (at.length > 0) roles[role] = at[0];
  }
  return roles;
}

/** Of whom and when a row is: asked of every table. */
const who = ["subject", "session", "trial", "group", "sex", "genotype"] as const;
/** What a trial is. */
export const trialFields = [
  ...(["start", "type", "cue", "reward", "omitted", "stimulated", "dose", "iti", "excluded"] as const),
] as const satisfies readonly Role[];

const isTrialField = (role: Role) => trialFields.some((field) => field === role);

const questions = {
  subject: "Which column names the subject?",
  session: "Which column names the session?",
  trial: "Which column counts the trials?",
  group: "Which column names the group of the subject?",
  sex: "Which column holds the sex?",
  genotype: "Which column holds the genotype?",
  time: "Which column is the time?",
  event: "Which column names the event?",
  value: "Which column holds the value?",
  signal: "Which column names the signal that the row's value is of?",
  samplingRate: "Which column states the sampling rate?",
  duration: "Which column holds the duration of the event?",
  start: "Which column is the time at which the trial begins, on the session's clock?",
  type: "Which column holds the type of trial?",
  cue: "Which column says which cue came?",
  reward: "Which column holds the size of the reward?",
  omitted: "Which column marks trials whose reward was omitted?",
  stimulated: "Which column marks stimulated trials?",
  dose: "Which column holds the dose?",
  iti: "Which column holds the interval between trials, in seconds?",
  excluded: "Which column marks trials to leave out?",
} satisfies Record<Role, string>;

const rolesOfKind = {
  trials: [...who, ...trialFields],
  samples: [...who, "time", "signal", "value", "samplingRate", ...trialFields],
  events: [...who, "time", "event", "value", "duration"],
} as const satisfies Record<string, readonly Role[]>;
export type TableKind = keyof typeof rolesOfKind;

const abouts: Partial<Record<Role, "subjects" | "sessions" | "trials" | "events" | "signals" | "timing">> = {
  ...{ subject: "subjects", group: "subjects", sex: "subjects", genotype: "subjects" },
  ...{ session: "sessions", time: "timing", event: "events", duration: "events", signal: "signals" },
};

/** The roles that a table of this kind can have: as the names of its columns say, or somebody. */
export function askRoles(
  notes: Notes,
  {
    kind,
    columns,
    named,
    guess,
  }: { kind: TableKind; columns: readonly string[]; named: boolean; guess: Roles },
  options: readonly AnswerOption[],
): Roles {
  const roles: Partial<Record<Role, number>> = {};
  for (const role of rolesOfKind[kind]) {
    // a number in each row is a field of a trial only where rows belong to trials
    if (kind === "samples" && roles.trial === undefined && isTrialField(role)) continue;
    if (kind === "samples" && role === "value" && roles.signal === undefined) continue;
    const at = guess[role];
    const offered = at === undefined || options.some(({ value }) => value === columns[at]);
    const column = notes.pose<string | null>(named || at === undefined, {
      ...{ field: `table.roles.${role}`, about: abouts[role] ?? "trials", question: questions[role] },
      guess: at === undefined || !offered ? null : columns[at],
      input: inItem(options),
    });
    if (column !== null) roles[role] = columns.indexOf(column);
  }
  return roles;
}
