import { answerSchema, type AnswerInput, type Question } from "@/contracts/reading";
import type { Answers, Assumption, RecordingPart } from "@/contracts/recording";
import type { SourceFile } from "./bytes/source-file";
import type { Limits } from "./limits";

export type Parts = AsyncGenerator<RecordingPart, void>;

/** A question as a reader poses it. */
export interface Asked<T> {
  readonly field: string;
  readonly question: string;
  readonly input: AnswerInput;
  readonly about: Question["about"];
  readonly id?: string;
  readonly guess: T;
  /** Nothing in the file could tell. */
  readonly cannotBeKnown?: boolean;
}

type Basis = Question["basis"];

/** Where a reader notes what it asks, what it takes for granted, and what must be known about the numbers. */
export class Notes {
  readonly assumed: Assumption[] = [];
  readonly remarks: string[] = [];
  /** Answers that do not fit the file: somebody meant something else, and nothing is guessed over that. */
  readonly unfit: string[] = [];
  /** What a reading cannot go on without, each as a sentence. */
  readonly missing: string[] = [];
  private readonly posed = new Map<string, { value: unknown; basis: Basis }>();
  private fresh: Question[] = [];

  constructor(private readonly answers: Answers = {}) {}

  private take<T>(asked: Asked<T>, otherwise: "file" | "guess"): { value: T; basis: Basis } {
    const { field, input, about, id = null, guess, cannotBeKnown = false } = asked;
    const before = this.posed.get(field);
    if (before) return before as { value: T; basis: Basis };
    const answer = this.answers[field];
    const read = answer === undefined ? null : answerSchema(input).safeParse(answer);
    if (read && !read.success) this.unfit.push(field);
    const whole = input.kind === "record" ? { ...guess, ...(read?.data as object | undefined) } : read?.data;
    const posed = read?.success
      ? { value: whole as T, basis: "answer" as const }
      : { value: guess, basis: otherwise };
    this.posed.set(field, posed);
    const question = asked.question.slice(0, 2000);
    this.fresh.push({ field, question, input, about, id, cannotBeKnown, ...posed });
    if (posed.basis === "guess") this.assumed.push({ field, value: guess, question });
    return posed;
  }

  /** @returns the answer that was given, or the guess, which is then on record as assumed. */
  ask<T>(asked: Asked<T>): T {
    return this.take(asked, "guess").value;
  }

  /** Offers a guess too weighty to be taken unasked. @returns the answer, or null until somebody confirms. */
  offer<T>(asked: Asked<T>): T | null {
    const { value, basis } = this.take(asked, "guess");
    return basis === "answer" ? value : null;
  }

  /**
   * What the file says itself, or leaves open where nothing hangs on it.
   *
   * @returns that, or the answer that corrects it.
   */
  tell<T>(asked: Asked<T>): T {
    return this.take(asked, "file").value;
  }

  /** Tells where the file says it, else asks. */
  pose<T>(told: boolean, asked: Asked<T>): T {
    return this.take(asked, told ? "file" : "guess").value;
  }

  /** The questions that came up since this was last called. */
  takeQuestions(): Question[] {
    const questions = this.fresh;
    this.fresh = [];
    return questions;
  }

  /** Says what has to be answered before anything can be read. */
  need(sentence: string): void {
    if (!this.missing.includes(sentence)) this.missing.push(sentence);
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
