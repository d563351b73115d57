"use client";
import type { Question } from "@/contracts/reading";
import { useId } from "react";
import { AnswerControl } from "./answer-control";
import { Confirm } from "./confirm";
import { basisOf, isAnswer, saysFile, wrongWith } from "./judged";

/** One question about one signal: its words are read out in the table, and seen where the table is cards. */
export function SignalCell({
  question,
  title,
  answer,
  open,
  asked,
  onAnswer,
}: {
  question: Question;
  title: string;
  answer: unknown;
  open: boolean;
  asked: boolean;
  onAnswer: (answer: unknown) => void;
}) {
  const id = useId();
  const error = wrongWith(question, answer, open && asked);
  const basis = question.basis === "guess" || saysFile(question) ? basisOf(question) : null;
  const described = [basis && `${id}-basis`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={open ? "-mx-1 rounded bg-wash p-1" : undefined}>
      <label htmlFor={id} className="text-sm font-medium md:sr-only">
        <span className="sr-only">{title}: </span>
        {question.question}
      </label>
      <AnswerControl
        input={question.input}
        value={answer}
        onChange={onAnswer}
        control={{
          id,
          "aria-describedby": described || undefined,
          "aria-invalid": error ? true : undefined,
        }}
        label={question.question}
      />
      {basis && (
        <p id={`${id}-basis`} className="text-sm text-muted">
          {basis}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm text-danger">
          {error}
        </p>
      )}
      {open && isAnswer(question, answer) && (
        <Confirm question={question.question} onConfirm={() => onAnswer(answer)} />
      )}
    </div>
  );
}
