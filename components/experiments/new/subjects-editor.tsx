"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input, TextArea } from "@/components/ui/input";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { subjectKey } from "@/contracts/experiment";
import type { Subject } from "@/engine/run-spec";
import { X } from "lucide-react";
import { useState } from "react";
import { merged, nextSubjects, referenceSubjects } from "./subject-list";
import { readSubjects } from "./subjects-text";

/** The list of simulated animals, explicit and editable: what N will count. */
export function SubjectsEditor({
  subjects,
  onChange,
}: {
  subjects: readonly Subject[];
  onChange: (subjects: Subject[]) => void;
}) {
  const [count, setCount] = useState("6");
  const [pasting, setPasting] = useState(false);
  const more = Math.min(200 - subjects.length, Math.max(1, Math.round(Number(count)) || 1));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">Subjects</legend>
      <p className="max-w-prose text-sm text-muted">
        Each is one simulated animal: an initial network, by population and rank within it (of 500, by initial
        error), and the multiplier of its learning rate. Statistics count subjects; repetitions are averaged
        first.
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => onChange(referenceSubjects(6))}>6 of the reference</Button>
        <Button
          disabled={subjects.length >= 200}
          onClick={() => onChange([...subjects, ...nextSubjects(subjects, more)])}
        >
          Add the next {more}
        </Button>
        <Input
          aria-label="How many to add"
          inputMode="numeric"
          className="max-w-16"
          value={count}
          onChange={(event) => setCount(event.target.value)}
        />
        <Button look="quiet" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          Paste a list
        </Button>
        <Button look="quiet" disabled={subjects.length === 0} onClick={() => onChange([])}>
          Remove all
        </Button>
      </div>
      {pasting && (
        <Paste
          onAdd={(added) => {
            onChange(merged(subjects, added).slice(0, 200));
            setPasting(false);
          }}
        />
      )}
      {subjects.length > 0 && (
        <Table label="Subjects" className="max-h-80 max-w-xl">
          <thead>
            <tr>
              <Th className="text-right">#</Th>
              <Th className="text-right">Population</Th>
              <Th className="text-right">Rank</Th>
              <Th className="text-right">tau_trans</Th>
              <Th>
                <span className="sr-only">Remove</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {subjects.map((one, index) => (
              <Tr key={subjectKey(one)}>
                <Td className="text-right text-muted">{index + 1}</Td>
                <Td className="text-right">{one.population}</Td>
                <Td className="text-right">{one.rank}</Td>
                <Td className="text-right">
                  <TauTrans
                    key={one.tauTrans}
                    subject={one}
                    onChange={(tauTrans) =>
                      onChange(subjects.map((other) => (other === one ? { ...one, tauTrans } : other)))
                    }
                  />
                </Td>
                <Td className="w-8">
                  <IconButton
                    label={`Remove ${subjectKey(one)}`}
                    onClick={() => onChange(subjects.filter((other) => other !== one))}
                  >
                    <X size={16} aria-hidden />
                  </IconButton>
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      )}
    </fieldset>
  );
}

/** Takes effect when it is left, and only when it is a number within bounds. */
function TauTrans({ subject, onChange }: { subject: Subject; onChange: (tauTrans: number) => void }) {
  const [text, setText] = useState(String(Number(subject.tauTrans.toPrecision(6))));
  const value = Number(text);
  const valid = text.trim() !== "" && value >= 0.01 && value <= 10;
  return (
    <Input
      aria-label={`tau_trans of ${subjectKey(subject)}, 0.01 to 10`}
      aria-invalid={valid ? undefined : true}
      title={valid ? undefined : "Give a number from 0.01 to 10."}
      inputMode="decimal"
      className="ml-auto max-w-28 text-right"
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        const shown = Number(subject.tauTrans.toPrecision(6));
        if (valid && value !== shown) onChange(value);
        if (!valid) setText(String(shown));
      }}
    />
  );
}

function Paste({ onAdd }: { onAdd: (subjects: Subject[]) => void }) {
  const [text, setText] = useState("");
  const { subjects, problems } = readSubjects(text);
  return (
    <div className="flex max-w-xl flex-col gap-2 rounded border border-line p-2">
      <Field
        label="Lines of population, rank, tau_trans"
        hint="Commas, tabs or spaces; a head line is skipped; tau_trans may be left out."
        error={problems.length > 0 ? problems.slice(0, 3).join(" ") : null}
      >
        {(control) => (
          <TextArea
            {...control}
            rows={5}
            className="font-mono"
            placeholder={"1, 201, 0.93\n1, 130, 1.21"}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button disabled={subjects.length === 0} onClick={() => onAdd(subjects)} className="self-start">
        Add {subjects.length} subjects
      </Button>
    </div>
  );
}
