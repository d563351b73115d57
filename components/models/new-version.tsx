"use client";
import { QueryState } from "@/components/list/query-state";
import { useMember } from "@/components/people/member";
import { useTRPC } from "@/components/providers/trpc";
import { useTheory } from "@/components/theories/theories-provider";
import { InBrowser } from "@/components/ui/in-browser";
import { PageHead } from "@/components/ui/page-head";
import { Problem } from "@/components/ui/problem";
import { useKept } from "@/components/ui/use-kept";
import { VersionProblem } from "@/components/versions/version-problem";
import type { ModelVersion } from "@/contracts/model";
import type { TheoryDeclaration } from "@/engine/declaration";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { DifferenceTable } from "./difference-table";
import { draftOf } from "./form/draft";
import { ModelForm } from "./form/model-form";

export function NewVersion({ lab, model, from }: { lab: string; model: string; from: number | null }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.models.get.queryOptions({ lab, modelId: model, version: from }));
  return (
    <QueryState query={query} what="this model">
      {({ shown, latest }) => <Form key={shown.id} lab={lab} start={shown} latest={latest} />}
    </QueryState>
  );
}

function Form({ lab, start, latest }: { lab: string; start: ModelVersion; latest: ModelVersion }) {
  const theory = useTheory(start.theory);
  return (
    <>
      <PageHead
        crumbs={[
          { label: "Models", href: `/lab/${lab}/models` },
          { label: start.modelName, href: `/lab/${lab}/models/${start.modelId}` },
        ]}
        title={`New version of ${start.modelName}`}
        facts={[`starts from v${start.number}`, "earlier versions stay as they are"]}
      />
      {theory ? (
        <InBrowser>
          <Edit lab={lab} theory={theory} start={start} latest={latest} />
        </InBrowser>
      ) : (
        <Problem title="This theory is not part of the engine that runs here.">
          The version can be read and compared, but a new one cannot be checked. Fork another model.
        </Problem>
      )}
    </>
  );
}

function Edit({
  lab,
  theory,
  start,
  latest,
}: {
  lab: string;
  theory: TheoryDeclaration;
  start: ModelVersion;
  latest: ModelVersion;
}) {
  const { id: member } = useMember();
  const [draft, setDraft, forget] = useKept(
    `phasic model ${member} ${lab} after ${start.id}`,
    draftOf(theory, { ...start, notes: "" }, start.modelName),
  );
  const [basedOn, setBasedOn] = useState(latest);
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.models.saveVersion.mutationOptions({
      onSuccess: async () => {
        forget();
        await queryClient.invalidateQueries({ queryKey: trpc.models.pathKey() });
        router.push(`/lab/${lab}/models/${start.modelId}`);
      },
      // a version of somebody else's may have come in between: read again, to show it
      onError: () => queryClient.invalidateQueries({ queryKey: trpc.models.get.pathKey() }),
    }),
  );
  return (
    <ModelForm
      theory={theory}
      draft={draft}
      onDraft={setDraft}
      submit="Save version"
      busy={save.isPending || save.isSuccess}
      onSubmit={({ role, preset, parameters, notes }) =>
        save.mutate({ lab, modelId: start.modelId, role, preset, parameters, notes, basedOn: basedOn.number })
      }
      problem={
        <VersionProblem
          latest={latest}
          basedOn={basedOn.number}
          error={save.error}
          onSeen={() => {
            save.reset();
            setBasedOn(latest);
          }}
          difference={<DifferenceTable before={basedOn} after={latest} />}
        />
      }
    />
  );
}
