/** What reading one file may cost. A process that exceeds `residentBytes`, or `seconds` of processor time, is ended. */
export interface Limits {
  readonly residentBytes: number;
  readonly seconds: number;
  /** Of all that a file's compressed parts unpack to. */
  readonly unpackedBytes: number;
}

const MB = 1024 * 1024;
/** Files above this size have limits of their own. */
const fullSize = 64 * MB;

/**
 * 1 GiB resident and 10 s; a full-size file may take 120 s, in the same memory.
 *
 * Recordings of floats hardly compress and rasters of licks do, yet rarely 20-fold as a whole: what unpacks to more
 * than that and 256 MB is not a recording but a bomb.
 */
export const limitsFor = (fileSize: number): Limits => ({
  residentBytes: 1024 * MB,
  seconds: fileSize > fullSize ? 120 : 10,
  unpackedBytes: 256 * MB + 20 * fileSize,
});

/** Samples of one trial, columns of one table. */
export const mostColumns = 20_000;
/** Numbers of one array that has to be held at once: 256 MB as Float32. */
export const mostHeld = 64 * MB;
/** Samples of one block of a continuous signal: 1 MB. */
export const blockSamples = 256 * 1024;
