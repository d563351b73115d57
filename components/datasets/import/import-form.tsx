"use client";
import { said } from "@/components/list/said";
import { useSettled } from "@/components/list/use-settled";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { Field } from "@/components/ui/field";
import { Problem } from "@/components/ui/problem";
import { Progress } from "@/components/ui/progress";
import { Select } from "@/components/ui/select";
import type { Inspection } from "@/contracts/inspection";
import type { SavedMapping } from "@/contracts/mapping";
import type { Answers } from "@/contracts/reading";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useMemo, useState, type FormEvent } from "react";
import { AboutFields, emptyAbout, missingIn } from "./about-fields";
import { GuessPanel } from "./guess-panel";
import { isAnswer, isOpen } from "./judged";
import { Questions } from "./questions";
import { fieldsOf, gridOf } from "./signal-grid";
import { SignalTable } from "./signal-table";
import { Verdict } from "./verdict";
import { useKept } from "@/components/ui/use-kept";

const bare = (fileName: string) => fileName.replace(/\.[^.]+$/, "").replaceAll("_", " ");
const settleMs = 600;

/**
 * From a file to a dataset. A worker reads the file with the answers so far and says what it would become; what nothing in
 * the file could tell has to be confirmed, one by one. Everything typed is kept in this browser until it is imported.
 */
export function ImportForm({
  lab,
  upload,
  fileName,
  into,
}: {
  lab: string;
  upload: string;
  fileName: string;
  /** The dataset that gets a new version; null makes a new one. */
  into: string | null;
}) {
  const trpc = useTRPC();
  const [kept, setKept, forget] = useKept(`phasic import ${upload}`, {
    ...{ answers: {} as Answers, about: { ...emptyAbout, name: bare(fileName) }, into: into ?? "" },
  });
  const settled = useSettled(kept.answers, settleMs);
  const query = useQuery(
    trpc.datasets.inspect.queryOptions(
      { lab, uploadId: upload, answers: settled },
      {
        placeholderData: keepPreviousData,
        staleTime: Infinity,
        refetchInterval: ({ state }) => (state.data?.state === "pending" ? 700 : false),
      },
    ),
  );
  const again = useMutation(trpc.datasets.inspectAgain.mutationOptions({ onSuccess: () => query.refetch() }));
  // while the file is read once more, the last answer stays on the page
  const [last, setLast] = useState<{ inspection: Inspection; saved: readonly SavedMapping[] } | null>(null);
  const state = query.data;
  if (state?.state === "done" && state.inspection !== last?.inspection) setLast(state);

  if (query.error) return <Problem title="The file could not be looked at.">{said(query.error)}</Problem>;
  if (state?.state === "failed")
    return (
      <Problem
        title="The file could not be looked at."
        action={
          <Button
            busy={again.isPending}
            onClick={() => again.mutate({ lab, uploadId: upload, answers: settled })}
          >
            Try again
          </Button>
        }
      >
        {state.problem}
      </Problem>
    );
  const reading = state?.state === "pending" || query.isFetching || settled !== kept.answers;
  return (
    <div className="flex flex-col gap-4">
      <div role="status" className="flex min-h-6 items-center gap-3 text-muted">
        {reading && <span>Reading {fileName} with these answers.</span>}
        {state?.state === "pending" && state.byteLength > 0 && (
          <span className="w-40">
            <Progress value={state.bytesRead / state.byteLength} label={`Reading ${fileName}`} />
          </span>
        )}
      </div>
      {last && (
        <Filled
          {...{ lab, upload, fileName, reading, kept, setKept, forget }}
          inspection={last.inspection}
          saved={last.saved}
        />
      )}
    </div>
  );
}

interface Kept {
  answers: Answers;
  about: typeof emptyAbout;
  into: string;
}

function Filled({
  lab,
  upload,
  fileName,
  reading,
  kept,
  setKept,
  forget,
  inspection,
  saved,
}: {
  lab: string;
  upload: string;
  fileName: string;
  reading: boolean;
  kept: Kept;
  setKept: (kept: Kept) => void;
  forget: () => void;
  inspection: Inspection;
  saved: readonly SavedMapping[];
}) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState(false);
  const [keepAnswers, setKeepAnswers] = useState(false);
  const save = useMutation(trpc.mappings.save.mutationOptions());
  const take = useMutation(
    trpc.datasets.import.mutationOptions({
      onSuccess: async ({ datasetId }) => {
        forget();
        await queryClient.invalidateQueries({ queryKey: trpc.datasets.pathKey() });
        router.push(`/lab/${lab}/datasets/${datasetId}`);
      },
    }),
  );
  const about = useMemo(() => withFacts(kept.about, inspection), [kept.about, inspection]);
  const open = inspection.published
    ? []
    : inspection.questions.filter((question) => isOpen(question, kept.answers));
  const wrong = inspection.questions.filter(
    (question) => question.field in kept.answers && !isAnswer(question, kept.answers[question.field]),
  );
  const grid = useMemo(() => gridOf(inspection.questions), [inspection]);
  const inGrid = grid && fieldsOf(grid);
  const complete =
    inspection.outcome === "ready" &&
    !reading &&
    open.length === 0 &&
    wrong.length === 0 &&
    Object.keys(missingIn(about)).length === 0;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!complete) {
      requestAnimationFrame(() => document.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    if (keepAnswers && inspection.layout !== null)
      await save.mutateAsync({
        ...{ lab, name: about.name, format: inspection.format, layout: inspection.layout },
        answers: kept.answers,
      });
    take.mutate({
      ...{ ...about, lab, uploadId: upload, datasetId: kept.into || null, doi: about.doi.trim() || null },
      answers: kept.answers,
    });
  };

  return (
    <div className="grid items-start gap-x-8 gap-y-6 xl:grid-cols-2">
      <Verdict outcome={inspection.outcome} reason={inspection.reason} />
      {grid && (
        <SignalTable
          grid={grid}
          pictured={new Set(inspection.previews.map(({ signal }) => signal))}
          published={inspection.published}
          answers={kept.answers}
          asked={asked}
          onAnswers={(answers) => setKept({ ...kept, answers })}
        />
      )}
      <form noValidate onSubmit={(event) => void send(event)} className="flex min-w-0 flex-col gap-6">
        {saved.length > 0 && (
          <Field
            label="Answers kept for files like this"
            hint="They fill in what they know; look at the picture before you import."
          >
            {(control) => (
              <Select
                {...control}
                value=""
                onChange={(event) => {
                  const chosen = saved.find(({ id }) => id === event.target.value);
                  if (chosen) setKept({ ...kept, answers: { ...kept.answers, ...chosen.answers } });
                }}
              >
                <option value="">Choose</option>
                {saved.map(({ id, name, author }) => (
                  <option key={id} value={id}>
                    {name}
                    {author && `, by ${author}`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Questions
          questions={inspection.questions.filter(({ field }) => !inGrid?.has(field))}
          published={inspection.published}
          answers={kept.answers}
          asked={asked}
          onAnswer={(field, answer) => setKept({ ...kept, answers: { ...kept.answers, [field]: answer } })}
        />
        <AboutFields
          lab={lab}
          about={about}
          into={kept.into}
          error={take.error}
          asked={asked}
          onChange={(changed) => setKept({ ...kept, about: changed })}
          onInto={(dataset) => setKept({ ...kept, into: dataset })}
        />
        {inspection.layout !== null && Object.keys(kept.answers).length > 0 && (
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={keepAnswers}
              onChange={(event) => setKeepAnswers(event.target.checked)}
            />
            Keep these answers for files of the same layout
          </label>
        )}
        {(take.error ?? save.error) && (
          <Problem title="The recording was not imported. The file is kept.">
            {said((take.error ?? save.error)!)}
          </Problem>
        )}
        <div className="flex flex-wrap items-center gap-4">
          <SubmitButton
            busy={take.isPending || take.isSuccess || save.isPending}
            disabled={inspection.outcome !== "ready"}
          >
            Import
          </SubmitButton>
          {asked && !complete && !reading && (
            <p role="alert" className="text-danger">
              {open.length > 0 && `${open.length} to confirm. `}
              Mend the fields that say so; everything you typed is kept.
            </p>
          )}
        </div>
      </form>
      <GuessPanel inspection={inspection} key={fileName} />
    </div>
  );
}

/** What the file says of itself stands until somebody types something else. */
function withFacts(about: Kept["about"], { about: facts, title, published }: Inspection): Kept["about"] {
  return {
    name: published && title ? about.name || title : about.name,
    licence: about.licence || (facts.licence ?? ""),
    citation: about.citation || (facts.citation ?? ""),
    doi: about.doi || (facts.doi ?? ""),
    source: about.source || (facts.source ?? ""),
  };
}
