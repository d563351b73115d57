/** What a file was read into, before it is written. Times in seconds, NaN marks a gap. */
export interface ReadTrial {
  readonly index: number;
  readonly values: Readonly<Record<string, number | null>>;
  readonly samples: Float32Array;
}
export interface ReadSession {
  readonly name: string;
  readonly index: number;
  readonly trials: readonly ReadTrial[];
}
export interface ReadSubject {
  readonly name: string;
  readonly group: string;
  readonly sessions: readonly ReadSession[];
}
export interface ReadRecording {
  /** In the order in which the file names them. */
  readonly subjects: readonly ReadSubject[];
  readonly remarks: readonly string[];
}
