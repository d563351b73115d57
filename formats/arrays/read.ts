import path from "node:path";
import type { RecordedSignal, RecordedTrial, RecordingPart } from "@/contracts/recording";
import { Alignment, emptyTrial } from "../alignment";
import { Codes, codeIn, codedFields, decoded, askGroups, type CodedField, type Meanings } from "../codes";
import { inText } from "../inputs";
import { blockSamples } from "../limits";
import type { Notes, Parts, Reading } from "../reader";
import { NeedsMapping, Refusal, listed, quoted } from "../refusal";
import { askAlignment, askMeasureUnit, askSource } from "../signals";
import { cutTiming, studyPart, timingPart } from "../timing";
import { askArrays, isCut, wantedBy, type ArrayMapping, type ChosenMatrix } from "./ask";
import { allInWords, arrayContents, insteadOf, mappable } from "./contents";
import { rasterEvents, timedEvents, type Selection } from "./events";
import { framesOf, sizeOf, type Frame } from "./frames";
import type { ArrayRole } from "./guess";
import { rowsOf, type Rows } from "./matrix";
import type { ArrayFile, Values, Wanted } from "./model";
import { perTrial, single, type PerTrial } from "./per-trial";
import { Register, type About, type Place } from "./places";
import { continuousTime, cutTime, type CutTime } from "./times";

/** Reads named arrays, once a person has confirmed what they are. */

const identity = ["subject", "session", "group", "sex", "genotype"] as const;

interface Identity extends About {
  readonly subject: string;
  readonly session: string;
}

/** What one recording is of, before its numbers are looked at. */
function identityOf(frame: Frame, { roles, recordIs }: ArrayMapping, alone: string): Identity {
  const of = (role: ArrayRole) =>
    roles[role] === undefined ? null : single(roles[role], frame.values.get(roles[role]));
  const record = frame.number === null ? null : String(frame.number);
  return {
    subject: of("subject") ?? (record && recordIs === "subject" ? `record ${record}` : alone),
    session: of("session") ?? (record && recordIs === "session" ? record : "1"),
    group: of("group") ?? "",
    sex: of("sex")?.slice(0, 40) ?? null,
    genotype: of("genotype"),
  };
}

interface Known {
  readonly abouts: ReadonlyMap<string, About>;
  readonly meanings: Meanings;
}

/** Passes over all recordings for who they are of and which codes they have, which must be known before any part. */
async function survey(
  reading: Reading,
  file: ArrayFile,
  mapping: ArrayMapping,
  alone: string,
): Promise<Known> {
  const { notes } = reading;
  const { roles } = mapping;
  const called = codedFields.flatMap((field) => (roles[field] === undefined ? [] : [[field, roles[field]]]));
  const codes = new Codes(Object.fromEntries(called));
  const abouts = new Map<string, About>();
  const paths = [...identity, ...codedFields].flatMap((role) => roles[role] ?? []);
  const wanted: Wanted = new Map(paths.map((own) => [own, "double"]));
  for await (const frame of framesOf(file, mapping, wanted)) {
    const own = identityOf(frame, mapping, alone);
    const subjects = listOf(frame.values, roles.subject);
    const groups = listOf(frame.values, roles.group);
    const names = subjects ? Array.from({ length: subjects.length }, (_, at) => subjects.text(at)) : [];
    for (const [at, name] of (names.length > 1 ? names : [own.subject]).entries()) {
      const before = abouts.get(name ?? "unnamed");
      const group = own.group || (groups && groups.length > 1 ? (groups.text(at) ?? "") : "");
      abouts.set(name ?? "unnamed", {
        group: before?.group || group,
        sex: before?.sex ?? own.sex,
        genotype: before?.genotype ?? own.genotype,
      });
    }
    for (const field of codedFields) {
      const list = listOf(frame.values, roles[field]);
      for (let at = 0; at < (list?.length ?? 0); at++) codes.note(field, codeIn(list!.text(at) ?? ""));
    }
  }
  if (roles.group === undefined) {
    const groupOf = askGroups(notes, [...abouts.keys()]);
    for (const [subject, own] of abouts) abouts.set(subject, { ...own, group: groupOf(subject) });
  }
  return { abouts, meanings: codes.meanings(notes) };
}

function listOf(values: Values, own: string | undefined): PerTrial | null {
  const value = own === undefined ? undefined : values.get(own);
  return value && own !== undefined ? perTrial(own, value) : null;
}

interface Lists {
  readonly trials: number;
  readonly roles: ReadonlyMap<ArrayRole, PerTrial>;
}

/** How many trials a recording has: as many as its matrices have, else as its longest list. */
function listsOf(
  notes: Notes,
  frame: Frame,
  mapping: ArrayMapping,
  cut: readonly (ChosenMatrix & Rows)[],
): Lists {
  const roles = new Map<ArrayRole, PerTrial>();
  for (const [role, own] of Object.entries(mapping.roles)) {
    const list = listOf(frame.values, own);
    if (list && list.length > 0) roles.set(role as ArrayRole, list);
  }
  const full = cut.filter(({ rows }) => rows > 0);
  const other = full.find(({ rows }) => rows !== full[0].rows);
  if (other)
    throw new Refusal(
      `${quoted(other.path)} has ${other.rows} trials where ${quoted(full[0].path)} has ${full[0].rows}`,
      "choose variables of one recording, or say otherwise what their rows and columns are",
    );
  const lengths = [...[...roles.values()].map(({ length }) => length)];
  for (const { path: own } of mapping.measures) {
    const value = frame.values.get(own);
    if (value) lengths.push(sizeOf(value));
  }
  for (const { path: own, clock } of mapping.events) {
    const value = frame.values.get(own);
    if (value?.kind === "cells" && clock === "trial") lengths.push(value.cells.length);
  }
  const longest = Math.max(0, ...lengths.filter((length) => length > 1));
  const trials = full[0]?.rows ?? longest;
  for (const [role, { length }] of roles) {
    if (length > 1 && length > trials)
      throw new Refusal(
        `${quoted(mapping.roles[role]!)} has ${length} values for ${trials} trials`,
        "choose another variable, or say otherwise what rows and columns are",
      );
    if (length > 1 && length < trials)
      notes.remark(
        `${mapping.roles[role]!} covers ${length} of ${trials} trials; it was aligned to the first ${length}.`,
      );
  }
  return { trials, roles };
}

/** The trials of each session of a recording: those that its lists name, or one session with all of them. */
function selections(
  register: Register,
  own: Identity,
  { trials, roles }: Lists,
): { parts: RecordingPart[]; selections: Selection[] } {
  const parts: RecordingPart[] = [];
  const rows = new Map<string, { place: Place; rows: number[] }>();
  const name = (role: "subject" | "session", row: number, otherwise: string) => {
    const list = roles.get(role);
    return !list || list.length === 1 ? otherwise : (list.text(row) ?? "unnamed");
  };
  for (let row = 0; row < Math.max(1, trials); row++) {
    const [subject, session] = [name("subject", row, own.subject), name("session", row, own.session)];
    const key = JSON.stringify([subject, session]);
    let found = rows.get(key);
    if (!found) {
      const placed = register.place(subject, session);
      parts.push(...placed.parts);
      found = { place: placed.place, rows: [] };
      rows.set(key, found);
    }
    if (row < trials) found.rows.push(row);
  }
  const all = [...rows.values()].map(({ place, rows: chosen }) => ({
    ...{ place, rows: chosen, trials },
    indexes: chosen.map((_, at) => at + 1),
  }));
  return { parts, selections: all };
}

function trialsOf({ rows, indexes }: Selection, { roles }: Lists, meanings: Meanings): RecordedTrial[] {
  const number = (role: ArrayRole, row: number) => {
    const list = roles.get(role);
    const value = list?.number(list.length === 1 ? 0 : row) ?? NaN;
    return Number.isFinite(value) ? value : null;
  };
  const code = (field: CodedField, row: number) => {
    const list = roles.get(field);
    return list ? codeIn(list.text(list.length === 1 ? 0 : row) ?? "") : null;
  };
  return rows.map((row, at) => ({
    ...{ ...emptyTrial, index: indexes[at], start: number("start", row), alignedAt: number("aligned", row) },
    ...{ rewardMagnitude: number("reward", row), dose: number("dose", row), itiSeconds: number("iti", row) },
    ...decoded(
      meanings,
      Object.fromEntries(codedFields.map((field) => [field, code(field, row)])) as Record<
        CodedField,
        string | null
      >,
    ),
  }));
}

class ArrayParts {
  private readonly declared = new Set<string>();
  private readonly alignment = new Alignment();
  private readonly cutTimes = new Map<string, CutTime>();
  private readonly cutSignals: RecordedSignal[] = [];
  private readonly finite = new Map<string, boolean>();
  private timed = false;
  private shared: boolean | null = null;

  constructor(
    private readonly notes: Notes,
    private readonly mapping: ArrayMapping,
    private readonly known: Known,
    private readonly register: Register,
    private readonly base: number,
  ) {}

  /** The time of a matrix's samples; asked once for all where all have as many. */
  private timeOf(id: string, samples: number, values: Values): CutTime {
    const key = `${this.shared ? "" : id} ${samples}`;
    const own =
      this.cutTimes.get(key) ??
      cutTime(this.notes, this.mapping, values, { id: this.shared ? null : id, samples, base: this.base });
    this.cutTimes.set(key, own);
    return own;
  }

  private *declare(signal: RecordedSignal): Generator<RecordingPart> {
    if (this.declared.has(signal.id)) return;
    this.declared.add(signal.id);
    if (signal.samplesPerTrial !== null) this.cutSignals.push(signal);
    yield { kind: "signals", signals: [signal] };
    if (signal.samplesPerTrial !== null && !this.timed) {
      this.timed = true;
      yield cutTiming(this.notes, this.cutSignals);
    }
  }

  private *cut(
    { id, path: own, rows, samples, take }: ChosenMatrix & Rows,
    frame: Frame,
    all: readonly Selection[],
  ): Generator<RecordingPart> {
    if (rows === 0) return this.notes.remark(`${this.of(frame)}${own} is empty: a gap.`);
    const time = this.timeOf(id, samples, frame.values);
    const before = this.cutSignals.find((signal) => signal.id === id);
    if (before && before.samplesPerTrial !== samples)
      throw new Refusal(
        `${this.of(frame)}${quoted(own)} has ${samples} samples in a trial where others have ${before.samplesPerTrial}`,
        "save trials of one length in a file",
      );
    yield* this.declare({
      ...{ id, channel: id, samplesPerTrial: samples, ...time },
      ...askSource(this.notes, { id }),
    });
    for (const { place, rows: chosen, indexes } of all) {
      if (chosen.length === 0) continue;
      const samples = this.counted(id, take(chosen));
      yield {
        ...{ kind: "samples", ...place, signal: id, trials: [...indexes], first: 0, timestamps: null },
        samples,
      };
    }
  }

  private *continuous(
    { id, orientation }: ChosenMatrix,
    { rows, samples, take }: Rows,
    frame: Frame,
    { place }: Selection,
  ): Generator<RecordingPart> {
    if (samples === 0) return;
    const { timestamps, ...time } = continuousTime(this.notes, this.mapping, frame.values, { id, samples });
    const channels = orientation === "continuous" ? 1 : rows;
    const all = take(Array.from({ length: channels }, (_, at) => at));
    for (let channel = 0; channel < channels; channel++) {
      const signal = channels === 1 ? id : `${id}.${channel + 1}`;
      yield* this.declare({
        ...{ id: signal, channel: signal, samplesPerTrial: null, ...time, alignment: "session start" },
        ...askSource(this.notes, { id: signal }),
      });
      for (let first = 0; first < samples; first += blockSamples) {
        const to = Math.min(samples, first + blockSamples);
        yield {
          ...{ kind: "samples", ...place, signal, trials: null, first },
          samples: this.counted(signal, all.slice(channel * samples + first, channel * samples + to)),
          timestamps: timestamps?.slice(first, to) ?? null,
        };
      }
    }
  }

  private of = ({ number }: Frame) => (number === null ? "" : `Record ${number}: `);

  *frame(frame: Frame, own: Identity): Generator<RecordingPart> {
    const { mapping, notes, known } = this;
    const { values } = frame;
    const matrix = (chosen: ChosenMatrix) => ({
      ...chosen,
      ...rowsOf(chosen.path, values.get(chosen.path), chosen.orientation),
    });
    const cut = mapping.signals.filter(({ orientation }) => isCut(orientation)).map(matrix);
    const rasters = mapping.rasters.map((chosen) => ({ ...matrix(chosen), meaning: chosen.meaning }));
    const widths = new Set([...cut, ...rasters].flatMap(({ rows, samples }) => (rows > 0 ? [samples] : [])));
    this.shared ??= widths.size < 2;
    const lists = listsOf(notes, frame, mapping, [...cut, ...rasters]);
    const { parts, selections: all } = selections(this.register, own, lists);
    yield* parts;
    for (const selection of all) {
      const trials = trialsOf(selection, lists, known.meanings);
      if (trials.length === 0) continue;
      if (cut.length + rasters.length > 0 || mapping.signals.length === 0)
        yield { kind: "trials", ...selection.place, trials };
      else this.alignment.trials(selection.place, trials);
    }
    for (const signal of cut) yield* this.cut(signal, frame, all);
    for (const raster of rasters)
      for (const selection of all) {
        if (raster.rows === 0) continue;
        const time = this.timeOf(raster.id, raster.samples, values);
        const events = rasterEvents({ type: raster.id, meaning: raster.meaning }, raster, time, selection);
        if (events) yield events;
        else if (time.samplingRateHz === null || time.t0Seconds === null)
          notes.remark(
            `The events of ${raster.id} were left out: when its samples are is not known until sampling rate and first sample are.`,
          );
      }
    for (const chosen of mapping.events) {
      const value = values.get(chosen.path);
      if (!value) continue;
      for (const selection of all)
        for (const part of timedEvents(notes, chosen, value, selection)) yield this.alignment.noted(part);
    }
    for (const chosen of mapping.signals)
      if (!isCut(chosen.orientation)) yield* this.continuous(chosen, matrix(chosen), frame, all[0]);
    yield* this.measures(values, all, lists.trials);
  }

  private *measures(values: Values, all: readonly Selection[], trials: number): Generator<RecordingPart> {
    for (const { id, path: own } of this.mapping.measures) {
      const list = listOf(values, own);
      if (!list || list.length === 0 || trials === 0) continue;
      if (list.length < trials)
        this.notes.remark(
          `${own} covers ${list.length} of ${trials} trials; it was aligned to the first ${list.length}.`,
        );
      if (!this.declared.has(`measure ${id}`)) {
        this.declared.add(`measure ${id}`);
        const unit = askMeasureUnit(this.notes, id);
        yield { kind: "measures", measures: [{ id, unit, window: null, processing: "" }] };
      }
      for (const { place, rows, indexes } of all) {
        const covered = rows.flatMap((row, at) => (row < list.length ? [{ row, index: indexes[at] }] : []));
        if (covered.length > 0)
          yield {
            ...{ kind: "values", ...place, measure: id, trials: covered.map(({ index }) => index) },
            values: Float64Array.from(covered, ({ row }) => list.number(row)),
          };
      }
    }
  }

  /** Takes note of whether a signal has any number. @returns the samples. */
  private counted<T extends Float32Array>(signal: string, samples: T): T {
    if (!this.finite.get(signal)) this.finite.set(signal, samples.some(Number.isFinite));
    return samples;
  }

  private checkNumbers(): void {
    const silent = [...this.finite].filter(([, any]) => !any).map(([signal]) => signal);
    if (silent.length === 0) return;
    const what = `${listed(silent)} ${silent.length === 1 ? "holds" : "hold"} no number, only gaps`;
    if (silent.length === this.finite.size) throw new Refusal(what, "check the export of the signals");
    this.notes.remark(`${what}.`);
  }

  *end(): Generator<RecordingPart> {
    this.checkNumbers();
    if (this.timed) return;
    const { rasters, events } = this.mapping;
    if (rasters.length === 0 && !events.some(({ clock }) => clock === "trial"))
      return yield* this.alignment.parts(this.notes);
    const alignment = askAlignment(this.notes, null, "Times that begin anew in each trial", null);
    yield timingPart(this.notes, {
      ...{ alignment, cueSeconds: null, rewardSeconds: null, cueDurationSeconds: null },
      ...{ baseline: null, cut: null },
    });
  }
}

/** @throws NeedsMapping until somebody has confirmed what the arrays are, Refusal when they are nothing to map. */
export async function* readArrays(
  reading: Reading,
  file: ArrayFile,
  { base, format }: { base: number; format: string },
): Parts {
  const { notes } = reading;
  yield arrayContents(file);
  if (!mappable(file.variables))
    throw new Refusal(
      file.variables.length === 0
        ? `The ${file.what} holds no variables`
        : `The ${file.what} holds nothing that could be a signal, a time or a trial, only ${allInWords(file.variables)}`,
      insteadOf(file.variables),
    );
  const mapping = askArrays(notes, file);
  if (!mapping.sure)
    throw new NeedsMapping(
      `The ${file.what} holds ${allInWords(file.variables)}: say which of these are signals, times and trials.`,
    );
  const { roles, recordIs, records, signals, events, rasters, measures } = mapping;
  if (signals.length + events.length + rasters.length + measures.length === 0 && roles.type === undefined)
    throw new NeedsMapping(
      `Nothing of the ${file.what} is chosen: say which variables are signals or events.`,
    );
  const alone =
    roles.subject === undefined && !(records !== null && recordIs === "subject")
      ? notes
          .ask({
            ...{ field: "subjects.id", about: "subjects", input: inText() },
            guess: path.parse(reading.file.name).name.slice(0, 200) || "subject",
            question: "No variable names the subject: whose recording is it?",
          })
          .slice(0, 200)
      : "unnamed";
  const known = await survey(reading, file, mapping, alone);
  yield { kind: "source", format, title: reading.file.name.slice(0, 400), licence: null, citation: null };
  yield studyPart(notes, {});
  const nobody: About = { group: "", sex: null, genotype: null };
  const register = new Register((subject) => known.abouts.get(subject) ?? nobody);
  const parts = new ArrayParts(notes, mapping, known, register, base);
  for await (const frame of framesOf(file, mapping, wantedBy(mapping)))
    yield* parts.frame(frame, identityOf(frame, mapping, alone));
  yield* parts.end();
  const used = new Set([...wantedBy(mapping).keys(), records]);
  const left = file.variables.filter(
    ({ path: own }) =>
      !used.has(own) && ![...used].some((one) => one?.startsWith(`${own}.`) || one?.startsWith(`${own}/`)),
  );
  if (left.length > 0) notes.remark(`Not imported: ${listed(left.map(({ name }) => name))}.`);
}
