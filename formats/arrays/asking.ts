import type { AnswerOption } from "@/contracts/reading";
import { inChoice, inItem, inItems } from "../inputs";
import { meaningOf } from "../meaning";
import type { Notes } from "../reader";
import { quoted } from "../refusal";
import { askClockUnit, clockUnitNamed } from "../table/clock";
import { askRoles } from "./ask-roles";
import { label } from "./contents";
import { isChannels, type ArrayGuess } from "./guess";
import {
  orientations,
  type ArrayMapping,
  type Chosen,
  type ChosenEvents,
  type ChosenMatrix,
  type Orientation,
  type RecordKind,
} from "./mapping";
import { countOf, isList, leaves, type ArrayFile, type Described } from "./model";

/** One question for each thing that an array can be; each offers the arrays that fit. */

const mostOptions = 1000;

function guessOrientation(own: Described, { trials }: ArrayGuess): Orientation {
  const [rows, columns] = own.dims;
  if (isList(own.dims)) return "continuous";
  if (trials !== rows && trials !== columns && isChannels(own))
    return rows > columns ? "samples x channels" : "channels x samples";
  return trials === columns && trials !== rows ? "samples x trials" : "trials x samples";
}

export class Asking {
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
    if (own.kind === "cells") return { id, path, orientation: "trials x samples" };
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

  roles(): ArrayMapping["roles"] {
    const fits = ({ kind, dims }: Described) =>
      kind === "texts" || kind === "cells" || (kind === "numbers" && isList(dims));
    return askRoles(this.notes, this.guess, this.options(fits));
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
