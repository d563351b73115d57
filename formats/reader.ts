import type { Answers, Assumption, RecordingPart } from "@/contracts/recording";
import type { SourceFile } from "./bytes/source-file";
import type { Limits } from "./limits";

export type Parts = AsyncGenerator<RecordingPart, void>;

/** Where a reader notes what it takes for granted and what must be known about the numbers. */
export class Notes {
  readonly assumed: Assumption[] = [];
  readonly remarks: string[] = [];

  constructor(private readonly answers: Answers = {}) {}

  /** @returns the answer that was given, or the guess, which is then on record as assumed. */
  ask<T>(field: string, guess: T, question: string, accepts: (answer: unknown) => answer is T): T {
    const answer = this.answers[field];
    if (accepts(answer)) return answer;
    this.assumed.push({ field, value: guess, question });
    return guess;
  }

  /** Offers a guess too weighty to be taken unasked. @returns the answer, or null until somebody confirms. */
  offer<T>(field: string, guess: T, question: string, accepts: (answer: unknown) => answer is T): T | null {
    const answer = this.answers[field];
    if (accepts(answer)) return answer;
    this.assumed.push({ field, value: guess, question });
    return null;
  }

  remark(text: string): void {
    if (!this.remarks.includes(text)) this.remarks.push(text);
  }
}

export interface Reading {
  readonly file: SourceFile;
  readonly limits: Limits;
  readonly notes: Notes;
}

/**
 * Reads one format. Parts may have been yielded before an error: whoever stores them does so all or nothing.
 *
 * @throws Refusal when the file cannot be read, NeedsMapping when a person has to say what it means.
 */
export type Reader = (reading: Reading) => Parts;

export const isNumber = (answer: unknown): answer is number => typeof answer === "number" && isFinite(answer);
export const isPositive = (answer: unknown): answer is number => isNumber(answer) && answer > 0;
export const isText = (answer: unknown): answer is string => typeof answer === "string" && answer !== "";
/** The answer must be one of these. */
export const isOneOf =
  <T extends string>(...values: readonly T[]) =>
  (answer: unknown): answer is T =>
    values.some((value) => value === answer);
