"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { subjectKey } from "@/contracts/experiment";
import { cut } from "@/components/ui/cut";
import { useQuery } from "@tanstack/react-query";
import { armsAtFirst, freshExperiment, type ExperimentDraft } from "./draft";
import { ExperimentForm } from "./experiment-form";
import { merged, nextSubjects } from "./subject-list";

/** Starts empty, with chosen models or a chosen paradigm, or as an earlier experiment with more subjects: those it has are not computed again. */
export function NewExperiment({
  lab,
  models,
  paradigm,
  from,
}: {
  lab: string;
  models: readonly string[];
  /** A version of one. */
  paradigm: string | null;
  from: string | null;
}) {
  if (from) return <Again lab={lab} from={from} />;
  if (paradigm) return <WithParadigm lab={lab} models={models} paradigm={paradigm} />;
  return <ExperimentForm lab={lab} initial={freshExperiment(models)} />;
}

function WithParadigm({
  lab,
  models,
  paradigm,
}: {
  lab: string;
  models: readonly string[];
  paradigm: string;
}) {
  const trpc = useTRPC();
  const query = useQuery(
    trpc.paradigms.version.queryOptions({ lab, versionId: paradigm }, { staleTime: Infinity }),
  );
  return (
    <QueryState query={query} what="the paradigm to start from">
      {({ id, spec }) => (
        <ExperimentForm
          key={id}
          lab={lab}
          initial={{ ...freshExperiment(models), paradigm: id, arms: armsAtFirst(spec) }}
        />
      )}
    </QueryState>
  );
}

function Again({ lab, from }: { lab: string; from: string }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.experiments.get.queryOptions({ lab, experiment: from }));
  return (
    <QueryState query={query} what="the experiment to start from">
      {(before) => {
        const room = Math.min(6, 200 - before.subjects.length);
        const initial: ExperimentDraft = {
          name: `${cut(before.name, 100)}, more subjects`,
          notes: "",
          models: before.models.map(({ id }) => id),
          paradigm: before.paradigm.versionId,
          arms: before.arms.map(({ key }) => key),
          subjects: merged(before.subjects, nextSubjects(before.subjects, room)),
          repetitions: String(before.repetitions),
          trials: before.yokedTo ? "" : String(before.paradigm.trials),
          seed: String(before.seed),
          yoke: before.yokedTo && {
            dataset: before.yokedTo.dataset?.id ?? null,
            version: before.yokedTo.datasetVersionId,
            group: before.yokedTo.group,
          },
        };
        return <ExperimentForm key={before.subjects.map(subjectKey).join()} lab={lab} initial={initial} />;
      }}
    </QueryState>
  );
}
