import type { AnswerOption } from "@/contracts/reading";
import type { EventMeaning } from "@/contracts/recording";
import { inChoice, inItem, inItems } from "../inputs";
import { meaningOf } from "../meaning";
import type { Notes } from "../reader";
import { quoted } from "../refusal";
import { askClockUnit, clockUnitNamed } from "../table/clock";
import { label } from "./contents";
import {
  arrayRoles,
  guessArrays,
  guessOfTrials,
  guessRecords,
  isChannels,
  type ArrayGuess,
  type ArrayRole,
} from "./guess";
import {
  countOf,
  isList,
  leaves,
  structs,
  type ArrayFile,
  type Described,
  type Precision,
  type Wanted,
} from "./model";

/** Which array is what: the guess is shown, and taken when a person confirms it. */

const recordKinds = { subject: "a subject", session: "a session", trial: "a trial" };
export type RecordKind = keyof typeof recordKinds;

const orientations = {
  "trials x samples": "a row is a trial",
  "samples x trials": "a column is a trial",
  "samples x channels": "continuous, a column is a channel",
  "channels x samples": "continuous, a row is a channel",
  continuous: "continuous",
};
export type Orientation = keyof typeof orientations;
export const isCut = (orientation: Orientation) => orientation.includes("trials");

interface Chosen {
  readonly id: string;
  readonly path: string;
}
export interface ChosenMatrix extends Chosen {
  readonly orientation: Orientation;
}
export interface ChosenEvents extends Chosen {
  readonly meaning: EventMeaning;
  /** Whether times count from the session's start, or anew in each trial from its alignment event. */
  readonly clock: "session" | "trial";
  readonly seconds: (time: number) => number;
}
export interface ArrayMapping {
  /** Whether somebody has confirmed what the arrays are. */
  readonly sure: boolean;
  readonly records: string | null;
  readonly recordIs: RecordKind;
  readonly signals: readonly ChosenMatrix[];
  readonly rasters: readonly (ChosenMatrix & { readonly meaning: EventMeaning })[];
  readonly events: readonly ChosenEvents[];
  readonly time: { readonly path: string; readonly seconds: (time: number) => number } | null;
  readonly samplingRate: string | null;
  readonly roles: Readonly<Partial<Record<ArrayRole, string>>>;
  readonly measures: readonly Chosen[];
}

const questions = {
  subject: "Which one names the subject?",
  session: "Which one names the session, or that of each trial?",
  group: "Which one names the group?",
  sex: "Which one holds the sex?",
  genotype: "Which one holds the genotype?",
  start: "Which one is the time at which each trial begins, on the session's clock?",
  aligned: "Which one is the time of each trial's alignment event, on the session's clock?",
  type: "Which one holds the type of each trial?",
  cue: "Which one says which cue came in each trial?",
  reward: "Which one holds the size of the reward of each trial?",
  omitted: "Which one marks trials whose reward was omitted?",
  stimulated: "Which one marks stimulated trials?",
  dose: "Which one holds the dose?",
  iti: "Which one holds the interval between trials, in seconds?",
  excluded: "Which one marks trials to leave out?",
} satisfies Record<ArrayRole, string>;
const abouts: Partial<Record<ArrayRole, "subjects" | "sessions">> = {
  ...{ subject: "subjects", group: "subjects", sex: "subjects", genotype: "subjects", session: "sessions" },
};

const mostOptions = 1000;

function askRecords(notes: Notes, file: ArrayFile): Pick<ArrayMapping, "records" | "recordIs"> {
  const arrays = structs(file.variables).filter(({ dims }) => countOf(dims) > 1);
  if (arrays.length === 0) return { records: null, recordIs: "subject" };
  const records = notes.ask<string | null>({
    ...{ field: "variables.records", about: "file", guess: guessRecords(file), cannotBeKnown: true },
    question: "Is one of the struct arrays a list of recordings, one element for each?",
    input: inItem(arrays.map((own) => ({ value: own.path, label: label(own) }))),
  });
  if (records === null) return { records, recordIs: "subject" };
  const name = arrays.find(({ path }) => path === records)?.name ?? "";
  const guess = /trial/i.test(name) ? "trial" : /ses/i.test(name) ? "session" : "subject";
  return {
    records,
    recordIs: notes.ask<RecordKind>({
      ...{ field: "variables.recordIs", about: "file", guess, cannotBeKnown: true },
      ...{ question: `What is each element of ${quoted(records)}?`, input: inChoice(recordKinds) },
    }),
  };
}

function guessOrientation(own: Described, { trials }: ArrayGuess): Orientation {
  const [rows, columns] = own.dims;
  if (isList(own.dims)) return "continuous";
  if (trials !== rows && trials !== columns && isChannels(own))
    return rows > columns ? "samples x channels" : "channels x samples";
  return trials === columns && trials !== rows ? "samples x trials" : "trials x samples";
}

class Asking {
  readonly all: readonly Described[];
  private readonly ids: ReadonlyMap<string, string>;

  constructor(
    private readonly notes: Notes,
    file: ArrayFile,
    records: string | null,
    private readonly guess: ArrayGuess,
    private readonly recordIs: RecordKind,
  ) {
    this.all = leaves(file.variables, records);
    const names = this.all.map(({ name }) => name);
    // their own names, where no two have the same
    this.ids = new Map(
      this.all.map(({ path, name }) => [
        path,
        (names.indexOf(name) === names.lastIndexOf(name) ? name : path).trim().slice(0, 190) || "unnamed",
      ]),
    );
  }

  private of = (path: string) => this.all.find((own) => own.path === path)!;
  private id = (path: string) => this.ids.get(path)!;
  private options(fits: (own: Described) => boolean): AnswerOption[] {
    return this.all
      .filter(fits)
      .slice(0, mostOptions)
      .map((own) => ({ value: own.path, label: label(own) }));
  }

  /** @returns the answer, or null while there is none. */
  offerItems(
    field: "signals" | "rasters" | "events",
    question: string,
    fits: (own: Described) => boolean,
  ): readonly string[] | null {
    const options = this.options(fits);
    const offered = this.guess[field].filter((path) => options.some(({ value }) => value === path));
    return this.notes.offer<readonly string[]>({
      ...{ field: `variables.${field}`, about: field === "rasters" ? "events" : field, guess: offered },
      ...{ question, input: inItems(options), cannotBeKnown: true },
    });
  }

  matrix(path: string): ChosenMatrix {
    const own = this.of(path);
    const id = this.id(path);
    const fitting = Object.keys(orientations).filter((name) =>
      isList(own.dims) ? name === "continuous" : name !== "continuous",
    );
    if (this.recordIs === "trial" || fitting.length === 1)
      return { id, path, orientation: this.recordIs === "trial" ? "trials x samples" : "continuous" };
    return {
      ...{ id, path },
      orientation: this.notes.ask<Orientation>({
        ...{ field: `signals.${id}.orientation`, about: "signals", id, cannotBeKnown: true },
        guess: guessOrientation(own, this.guess),
        question: `${quoted(path)} is ${own.dims.join(" x ")}: what are its rows and columns?`,
        input: inChoice(Object.fromEntries(fitting.map((name) => [name, orientations[name as Orientation]]))),
      }),
    };
  }

  events(path: string): ChosenEvents {
    const own = this.of(path);
    const id = this.id(path);
    const meaning = meaningOf(this.notes, id);
    const perTrial = own.kind === "cells" || !isList(own.dims) || this.recordIs === "trial";
    const clock = this.notes.ask<"session" | "trial">({
      ...{ field: `events.${id}.clock`, about: "events", id, cannotBeKnown: true },
      guess: perTrial ? "trial" : "session",
      question: `Do the times of ${quoted(id)} count from the start of the session, or anew in each trial from its alignment event?`,
      input: inChoice({ session: "from the start of the session", trial: "anew in each trial" }),
    });
    const first = own.kind === "numbers" ? own.first.map(Number) : [];
    const whole = first.length > 2 && first.every(Number.isInteger) && Math.max(...first) >= 1000;
    const named = /(idx|ind(ex|ices)?|samples?|frames?)$/i.test(own.name);
    const seconds = askClockUnit(this.notes, quoted(id), {
      ...{ said: clockUnitNamed(own.name), field: `events.${id}`, rate: this.rateShown() },
      guess: named ? "samples" : whole ? "ms" : "s",
    });
    return { id, path, meaning, clock, seconds };
  }

  private rateShown(): number | undefined {
    const own = this.all.find(({ path }) => path === this.guess.samplingRate);
    const rate = Number(own?.first[0]);
    return rate > 0 && Number.isFinite(rate) ? rate : undefined;
  }

  time(): ArrayMapping["time"] {
    const path = this.notes.ask<string | null>({
      ...{ field: "variables.time", about: "timing", guess: this.guess.time },
      question: "Which one is the time of each sample?",
      input: inItem(
        this.options(({ kind, dims }) => kind === "numbers" && isList(dims) && countOf(dims) > 1),
      ),
    });
    if (path === null) return null;
    const own = this.of(path);
    const numbers = own.first.map(Number);
    const step = numbers.length > 1 ? numbers[1] - numbers[0] : 0;
    const seconds = askClockUnit(this.notes, quoted(path), {
      ...{ said: clockUnitNamed(own.name), guess: step >= 1 ? "ms" : "s", base: numbers[0] === 0 ? 0 : 1 },
    });
    return { path, seconds };
  }

  rate(): string | null {
    return this.notes.ask<string | null>({
      ...{ field: "variables.samplingRate", about: "timing", guess: this.guess.samplingRate },
      question: "Which one is the sampling rate, in Hz?",
      input: inItem(this.options(({ kind, dims }) => kind === "numbers" && countOf(dims) === 1)),
    });
  }

  roles(): Partial<Record<ArrayRole, string>> {
    const options = this.options(
      ({ kind, dims }) => kind === "texts" || kind === "cells" || (kind === "numbers" && isList(dims)),
    );
    const roles: Partial<Record<ArrayRole, string>> = {};
    for (const role of arrayRoles) {
      const guess = this.guess.roles[role] ?? null;
      const path = this.notes.pose<string | null>(guess === null, {
        ...{ field: `variables.roles.${role}`, about: abouts[role] ?? "trials", guess },
        ...{ question: questions[role], input: inItem(options) },
      });
      if (path !== null) roles[role] = path;
    }
    return roles;
  }

  measures(): Chosen[] {
    return this.notes
      .ask<readonly string[]>({
        ...{ field: "variables.measures", about: "measures", guess: this.guess.measures },
        question: "Which ones are kept as a number for each trial?",
        input: inItems(this.options(({ kind, dims }) => kind === "numbers" && isList(dims))),
      })
      .map((path) => ({ id: this.id(path), path }));
  }
}

export function askArrays(notes: Notes, file: ArrayFile): ArrayMapping {
  const { records, recordIs } = askRecords(notes, file);
  const guess = recordIs === "trial" ? guessOfTrials(file, records) : guessArrays(file, records);
  const asking = new Asking(notes, file, records, guess, recordIs);
  const numeric = ({ kind, dims }: Described) => kind === "numbers" && dims.length <= 2;
  const signals = asking.offerItems(
    "signals",
    "Which ones are signals?",
    (own) => numeric(own) && countOf(own.dims) > 1,
  );
  const rasters = asking.offerItems(
    "rasters",
    "Which ones are rasters: a number for each sample of each trial, which is not 0 where an event is?",
    (own) => numeric(own) && !isList(own.dims),
  );
  const events = asking.offerItems(
    "events",
    "Which ones are times of events?",
    (own) => own.kind === "cells" || (numeric(own) && countOf(own.dims) > 0),
  );
  const [time, samplingRate, roles] = [asking.time(), asking.rate(), asking.roles()];
  return {
    ...{ sure: (signals ?? rasters ?? events) !== null, records, recordIs, time, samplingRate, roles },
    signals: (signals ?? guess.signals).map((path) => asking.matrix(path)),
    rasters: (rasters ?? guess.rasters).map((path) => {
      const own = asking.matrix(path);
      return { ...own, meaning: meaningOf(notes, own.id) };
    }),
    events: (events ?? guess.events).map((path) => asking.events(path)),
    measures: asking.measures(),
  };
}

/** What has to be read for it. */
export function wantedBy(mapping: ArrayMapping): Wanted {
  const wanted = new Map<string, Precision>();
  for (const { path } of [...mapping.signals, ...mapping.rasters]) wanted.set(path, "single");
  const small = [
    ...[...mapping.events, ...mapping.measures].map(({ path }) => path),
    ...Object.values(mapping.roles),
    ...[mapping.time?.path, mapping.samplingRate].flatMap((path) => path ?? []),
  ];
  for (const path of small) wanted.set(path, "double");
  return wanted;
}
