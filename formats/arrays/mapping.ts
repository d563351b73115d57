import type { EventMeaning } from "@/contracts/recording";
import type { ArrayRole } from "./guess";
import type { Precision, Wanted } from "./model";

/** What somebody said, or what was guessed, of the arrays of a file: which one is what. */

export const recordKinds = { subject: "a subject", session: "a session", trial: "a trial" };
export type RecordKind = keyof typeof recordKinds;

export const orientations = {
  "trials x samples": "a row is a trial",
  "samples x trials": "a column is a trial",
  "samples x channels": "continuous, a column is a channel",
  "channels x samples": "continuous, a row is a channel",
  continuous: "continuous",
};
export type Orientation = keyof typeof orientations;
export const isCut = (orientation: Orientation) => orientation.includes("trials");

export interface Chosen {
  readonly id: string;
  readonly path: string;
}
export interface ChosenMatrix extends Chosen {
  readonly orientation: Orientation;
}
export interface ChosenRaster extends ChosenMatrix {
  readonly meaning: EventMeaning;
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
  readonly rasters: readonly ChosenRaster[];
  readonly events: readonly ChosenEvents[];
  readonly time: { readonly path: string; readonly seconds: (time: number) => number } | null;
  readonly samplingRate: string | null;
  readonly roles: Readonly<Partial<Record<ArrayRole, string>>>;
  readonly measures: readonly Chosen[];
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
