import type { RecordingPart } from "@/contracts/recording";
import { Alignment } from "../alignment";
import type { Notes } from "../reader";
import { askAlignment, askMeasureUnit } from "../signals";
import { timingPart } from "../timing";
import { rasterEvents, timedEvents, type Selection } from "./events";
import type { Frame } from "./frames";
import { listsOf } from "./lists";
import { isCut, type ArrayMapping, type ChosenEvents, type ChosenMatrix, type ChosenRaster } from "./mapping";
import { rowsOf, type Rows } from "./matrix";
import type { Value, Values } from "./model";
import { listOf } from "./per-trial";
import { Register, type About } from "./places";
import { SignalParts } from "./signal-parts";
import type { Identity, Known } from "./survey";
import { selections, trialsOf } from "./trials";

const nobody: About = { group: "", sex: null, genotype: null };

/** What each recording of a file becomes. */
export class ArrayParts {
  private readonly measured = new Set<string>();
  private readonly alignment = new Alignment();
  private readonly register: Register;
  private readonly signals: SignalParts;

  constructor(
    private readonly notes: Notes,
    private readonly mapping: ArrayMapping,
    private readonly known: Known,
    base: number,
  ) {
    this.register = new Register((subject) => known.abouts.get(subject) ?? nobody);
    this.signals = new SignalParts(notes, mapping, base);
  }

  *frame(frame: Frame, own: Identity): Generator<RecordingPart> {
    const { mapping, notes, known } = this;
    const { values } = frame;
    const matrix = (chosen: ChosenMatrix) => ({
      ...chosen,
      ...rowsOf(chosen.path, values.get(chosen.path), chosen.orientation),
    });
    const cut = mapping.signals.filter(({ orientation }) => isCut(orientation)).map(matrix);
    const rasters = mapping.rasters.map((chosen) => ({ ...matrix(chosen), meaning: chosen.meaning }));
    this.signals.alike([...cut, ...rasters]);
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
    for (const signal of cut) yield* this.signals.cut(signal, frame, all);
    for (const raster of rasters) yield* this.raster(raster, frame, all);
    for (const chosen of mapping.events) yield* this.events(chosen, values.get(chosen.path), all);
    for (const chosen of mapping.signals)
      if (!isCut(chosen.orientation)) yield* this.signals.continuous(chosen, matrix(chosen), frame, all[0]);
    yield* this.measures(values, all, lists.trials);
  }

  private *raster(
    raster: ChosenRaster & Rows,
    { values }: Frame,
    all: readonly Selection[],
  ): Generator<RecordingPart> {
    for (const selection of all) {
      if (raster.rows === 0) continue;
      const time = this.signals.timeOf(raster.id, raster.samples, values);
      const events = rasterEvents({ type: raster.id, meaning: raster.meaning }, raster, time, selection);
      if (events) yield events;
      else if (time.samplingRateHz === null || time.t0Seconds === null)
        this.notes.remark(
          `The events of ${raster.id} were left out: when its samples are is not known until sampling rate and first sample are.`,
        );
    }
  }

  private *events(
    chosen: ChosenEvents,
    value: Value | undefined,
    all: readonly Selection[],
  ): Generator<RecordingPart> {
    if (!value) return;
    for (const selection of all)
      for (const part of timedEvents(this.notes, chosen, value, selection)) yield this.alignment.noted(part);
  }

  private *measures(values: Values, all: readonly Selection[], trials: number): Generator<RecordingPart> {
    for (const { id, path: own } of this.mapping.measures) {
      const list = listOf(values, own);
      if (!list || list.length === 0 || trials === 0) continue;
      if (list.length < trials)
        this.notes.remark(
          `${own} covers ${list.length} of ${trials} trials; it was aligned to the first ${list.length}.`,
        );
      if (!this.measured.has(id)) {
        this.measured.add(id);
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

  *end(): Generator<RecordingPart> {
    this.signals.checkNumbers();
    if (this.signals.timed) return;
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
