"use client";
import { Field } from "@/components/ui/field";
import { type Answers, answerSchema, type Question } from "@/contracts/reading";
import { AnswerControl } from "./answer-control";

const sections: Readonly<Record<Question["about"], string>> = {
  file: "The file",
  subjects: "Who",
  sessions: "Sessions",
  trials: "Trials",
  signals: "Signals",
  events: "Events",
  measures: "Numbers per trial",
  timing: "When things happen in a trial",
  study: "Task and animals",
};

/** What nothing in the file could tell and nobody has answered yet. */
export const isOpen = ({ field, cannotBeKnown, basis }: Question, answers: Answers): boolean =>
  cannotBeKnown && basis === "guess" && !(field in answers);

/** Whether an answer is one; what is half typed is not sent. */
export const isAnswer = ({ input }: Question, answer: unknown): boolean =>
  answerSchema(input).safeParse(answer).success;

/** Everything that a reader asks of this file, with its guess, in the order of the file's form. */
export function Questions({
  questions,
  published,
  answers,
  asked,
  onAnswer,
}: {
  questions: readonly Question[];
  /** Whether the file is a published one: what is known of it needs no confirming. */
  published: boolean;
  answers: Answers;
  /** Whether somebody tried to import: what is missing then says so. */
  asked: boolean;
  onAnswer: (field: string, answer: unknown) => void;
}) {
  const abouts = (Object.keys(sections) as Question["about"][]).filter((about) =>
    questions.some((question) => question.about === about),
  );
  return abouts.map((about) => (
    <fieldset key={about} className="border-t border-line pt-2">
      <legend className="pr-2 font-medium text-muted">{sections[about]}</legend>
      <div className="flex flex-col gap-4">
        {questions
          .filter((question) => question.about === about)
          .map((question) => (
            <Asked
              key={question.field}
              question={question}
              answer={question.field in answers ? answers[question.field] : question.value}
              open={!published && isOpen(question, answers)}
              asked={asked}
              onAnswer={(answer) => onAnswer(question.field, answer)}
            />
          ))}
      </div>
    </fieldset>
  ));
}

function Asked({
  question,
  answer,
  open,
  asked,
  onAnswer,
}: {
  question: Question;
  answer: unknown;
  open: boolean;
  asked: boolean;
  onAnswer: (answer: unknown) => void;
}) {
  const wrong = answer !== undefined && answer !== question.value && !isAnswer(question, answer);
  const error = wrong
    ? "This is no answer to the question yet."
    : open && asked
      ? "The file does not say this: check it, then confirm."
      : null;
  const none =
    question.value === null ||
    question.value === "" ||
    (Array.isArray(question.value) && question.value.length === 0);
  const basis = {
    ...{ answer: "answered", guess: "a guess" },
    file: none ? "nothing in the file is named so" : "from the file",
  }[question.basis];
  return (
    <div className={open ? "rounded border border-line-strong bg-wash p-3" : undefined}>
      <Field label={question.question} hint={open ? undefined : basis} error={error}>
        {(control) => (
          <AnswerControl
            input={question.input}
            value={answer}
            onChange={onAnswer}
            control={control}
            label={question.question}
          />
        )}
      </Field>
      {open && isAnswer(question, answer) && (
        <label className="mt-2 flex items-center gap-2 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={false}
            onChange={() => onAnswer(answer)}
          />
          <span>
            I confirm this<span className="sr-only">: {question.question}</span>
          </span>
        </label>
      )}
    </div>
  );
}
