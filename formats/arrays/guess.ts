import { meaningNamed } from "../meaning";
import { rolesOf, type Role } from "../table/roles";
import { countOf, isList, leaves, structs, type ArrayFile, type Described } from "./model";

/** What arrays seem to be, by their names and sizes: a start for a person, never taken unasked. */

export const arrayRoles = [
  ...([
    "subject",
    "session",
    "group",
    "sex",
    "genotype",
    "start",
    "aligned",
    "type",
    "cue",
    "reward",
  ] as const),
  ...(["omitted", "stimulated", "dose", "iti", "excluded"] as const),
] as const satisfies readonly (Role | "aligned")[];
export type ArrayRole = (typeof arrayRoles)[number];

export interface ArrayGuess {
  readonly trials: number | null;
  readonly signals: readonly string[];
  readonly rasters: readonly string[];
  readonly events: readonly string[];
  readonly time: string | null;
  readonly samplingRate: string | null;
  readonly roles: Readonly<Partial<Record<ArrayRole, string>>>;
  readonly measures: readonly string[];
}

const fewestSamples = 5;
const rateNamed =
  /^(fs|sr|fps|hz|rate|freq|frequency|(sampling|sample|frame|acq\w*)_?(rate|freq\w*)(_?hz)?|rate_?hz)$/i;
const timeNamed = /^(t|ts|time|times|timestamps?|time_?(axis|vec\w*|base|s|sec|ms)|x_?axis|tvec)$/i;

const signalNamed = /trace|signal|photom|d_?f_?f?0?$|dff|z_?score|gcamp|dlight|grab|^(da|ach|f)$/i;

const isMatrix = ({ kind, dims }: Described) => kind === "numbers" && dims.length === 2 && !isList(dims);
/** A few channels of a long recording rather than trials. */
export const isChannels = ({ dims }: Described) => Math.min(...dims) <= 8 && Math.max(...dims) >= 500;
const isVector = ({ kind, dims }: Described) => kind === "numbers" && isList(dims) && countOf(dims) > 1;
const isScalar = ({ kind, dims }: Described) => kind === "numbers" && countOf(dims) === 1;
const isBinary = ({ class: type, first }: Described) =>
  type === "logical" || (first.length > 0 && first.every((value) => value === "0" || value === "1"));

/** The struct array whose elements are subjects, sessions or trials, if there is one. */
export function guessRecords({ variables }: ArrayFile): string | null {
  const several = structs(variables).filter(
    ({ dims, fields }) =>
      countOf(dims) > 1 && fields.some(({ kind }) => kind === "numbers" || kind === "cells"),
  );
  return several[0]?.path ?? null;
}

/** How many trials there are: the size that most lists share with a side of a matrix. */
function guessTrials(all: readonly Described[]): number | null {
  // a list of times is as long as a trial has samples
  const lists = all
    .filter((own) => (isVector(own) && !timeNamed.test(own.name)) || own.kind === "cells")
    .map(({ dims }) => countOf(dims));
  const score = (size: number) => lists.filter((length) => length === size).length;
  const sides = all.filter((own) => isMatrix(own)).flatMap(({ dims }) => dims);
  const [best] = [...new Set(sides)].filter((size) => size > 1).sort((a, b) => score(b) - score(a));
  if (best !== undefined && score(best) > 0) return best;
  const first = all.find((own) => isMatrix(own) && !isChannels(own));
  if (first) return first.dims[0];
  const cells = all.find(({ kind }) => kind === "cells");
  return cells ? countOf(cells.dims) : null;
}

function guessRoles(all: readonly Described[]): Partial<Record<ArrayRole, string>> {
  const named = rolesOf(all.map(({ name }) => name));
  const roles: Partial<Record<ArrayRole, string>> = {};
  for (const role of arrayRoles) {
    const at =
      role === "aligned"
        ? all.findIndex(({ name }) => /^align(ed|ment)?_?(at|times?)$/i.test(name))
        : named[role];
    const own = at === undefined ? undefined : all[at];
    const fits = own && (own.kind === "texts" || own.kind === "cells" || isScalar(own) || isVector(own));
    if (!fits && role === "subject") {
      const name = all.find(
        ({ name: own, kind }) => kind === "texts" && /^name$|mouse|animal|subj/i.test(own),
      );
      if (name) roles[role] = name.path;
    }
    if (fits && (!(role === "start" || role === "aligned") || !isScalar(own))) roles[role] = own.path;
  }
  return roles;
}

const fewestOfTrial = 20;

/** Of a struct array whose elements are trials: their lists are samples, or times of events, their numbers are fields. */
export function guessOfTrials(file: ArrayFile, records: string | null): ArrayGuess {
  const all = leaves(file.variables, records);
  const roles = guessRoles(all);
  const samplingRate = all.find((own) => isScalar(own) && rateNamed.test(own.name))?.path ?? null;
  const time = all.find((own) => isVector(own) && timeNamed.test(own.name))?.path ?? null;
  const taken = new Set([...Object.values(roles), samplingRate, time]);
  const free = all.filter(({ path, kind }) => kind === "numbers" && !taken.has(path));
  const events = free.filter(({ name }) => meaningNamed(name) !== null);
  const others = free.filter((own) => !events.includes(own));
  const paths = (some: readonly Described[]) => some.map(({ path }) => path);
  return {
    ...{ trials: null, rasters: [], time, samplingRate, roles, events: paths(events) },
    signals: paths(others.filter(({ dims }) => isList(dims) && countOf(dims) >= fewestOfTrial)),
    measures: paths(others.filter(isScalar)),
  };
}

export function guessArrays(file: ArrayFile, records: string | null): ArrayGuess {
  const all = leaves(file.variables, records);
  const trials = guessTrials(all);
  const matrices = all.filter(isMatrix).filter(({ dims }) => Math.max(...dims) >= fewestSamples);
  const cut = matrices.filter((own) => (trials === null ? !isChannels(own) : own.dims.includes(trials)));
  const rasters = cut.filter(
    (own) =>
      meaningNamed(own.name) === "lick" ||
      own.class === "sparse" ||
      (own.class === "logical" && isBinary(own)),
  );
  const roles = guessRoles(all);
  const samplingRate = all.find((own) => isScalar(own) && rateNamed.test(own.name))?.path ?? null;
  const time = all.find((own) => isVector(own) && timeNamed.test(own.name));
  const taken = new Set([...Object.values(roles), samplingRate, time?.path]);
  const free = all.filter((own) => isVector(own) && !taken.has(own.path));
  const isSession = (own: Described) => trials === null || countOf(own.dims) !== trials;
  const longest = Math.max(0, ...free.filter(isSession).map(({ dims }) => countOf(dims)));
  // one long list, or several as long as it: recorded without a break
  const continuous =
    cut.length > 0
      ? []
      : free.filter(
          (own) =>
            isSession(own) &&
            countOf(own.dims) >= Math.max(100, longest / 2) &&
            !(meaningNamed(own.name) && countOf(own.dims) < longest),
        );
  const channels = matrices.filter((own) => !cut.includes(own) && isChannels(own));
  const cells = all.filter(({ kind, path }) => kind === "cells" && !taken.has(path));
  const traces = cells.filter(({ name }) => signalNamed.test(name) && meaningNamed(name) === null);
  const signals = [
    ...[...cut.filter((own) => !rasters.includes(own)), ...channels, ...continuous, ...traces],
  ].map(({ path }) => path);
  const events = [
    ...cells.filter((own) => !traces.includes(own)),
    ...free.filter((own) => isSession(own) && meaningNamed(own.name) && !signals.includes(own.path)),
    ...free.filter((own) => !isSession(own) && meaningNamed(own.name) && /time|ts$|onset/i.test(own.name)),
  ].map(({ path }) => path);
  // numbers of the first trials only, as summaries are
  const covers = (own: Described) =>
    trials !== null && countOf(own.dims) <= trials && countOf(own.dims) > 0.7 * trials;
  const measures = free.filter(
    (own) => covers(own) && trials !== null && !events.includes(own.path) && !signals.includes(own.path),
  );
  return {
    ...{ trials, signals, events, samplingRate, roles, time: time?.path ?? null },
    rasters: rasters.map(({ path }) => path),
    measures: measures.map(({ path }) => path),
  };
}
