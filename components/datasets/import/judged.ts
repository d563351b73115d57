import { type Answers, answerSchema, type Question } from "@/contracts/reading";

/** What nothing in the file could tell and nobody has answered yet. */
export const isOpen = ({ field, cannotBeKnown, basis }: Question, answers: Answers): boolean =>
  cannotBeKnown && basis === "guess" && !(field in answers);

/** Whether an answer is one; what is half typed is not sent. */
export const isAnswer = ({ input }: Question, answer: unknown): boolean =>
  answerSchema(input).safeParse(answer).success;

export const answerTo = ({ field, value }: Question, answers: Answers): unknown =>
  field in answers ? answers[field] : value;

const isNothing = (value: unknown) =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether the file says something, which is more than that it says nothing. */
export const saysFile = ({ basis, value }: Question): boolean => basis === "file" && !isNothing(value);

/** What is wrong with an answer, in words. */
export function wrongWith(question: Question, answer: unknown, missing: boolean): string | null {
  if (answer !== undefined && answer !== question.value && !isAnswer(question, answer))
    return "This is no answer to the question yet.";
  return missing ? "The file does not say this: check it, then confirm." : null;
}

export const basisOf = (question: Question): string =>
  ({
    ...{ answer: "answered", guess: "a guess" },
    file: saysFile(question) ? "from the file" : "nothing in the file is named so",
  })[question.basis];
