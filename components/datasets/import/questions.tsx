"use client";
import { Field } from "@/components/ui/field";
import type { Answers, Question } from "@/contracts/reading";
import { AnswerControl } from "./answer-control";
import { Confirm } from "./confirm";
import { answerTo, basisOf, isAnswer, isOpen, wrongWith } from "./judged";

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
              answer={answerTo(question, answers)}
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
  const error = wrongWith(question, answer, open && asked);
  return (
    <div className={open ? "rounded border border-line-strong bg-wash p-3" : undefined}>
      <Field label={question.question} hint={open ? undefined : basisOf(question)} error={error}>
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
        <Confirm question={question.question} onConfirm={() => onAnswer(answer)} />
      )}
    </div>
  );
}
