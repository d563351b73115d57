"use client";
import { QueryState } from "@/components/list/query-state";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { useTheory } from "@/components/theories/theories-provider";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Problem } from "@/components/ui/problem";
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
  const query = useQuery(trpc.models.get.queryOptions({ lab, modelId: model }));
  return (
    <QueryState query={query} what="this model">
      {(detail) => {
        const start = detail.history.find(({ number }) => number === from) ?? detail.latest;
        return <Form key={start.id} lab={lab} start={start} latest={detail.latest} />;
      }}
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
        <Edit lab={lab} theory={theory} start={start} latest={latest} />
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
  const [draft, setDraft] = useState(() => draftOf(theory, { ...start, notes: "" }, start.modelName));
  const [basedOn, setBasedOn] = useState(latest);
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.models.saveVersion.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.models.pathKey() });
        router.push(`/lab/${lab}/models/${start.modelId}`);
      },
      // a version of somebody else's may have come in between: read again, to show it
      onError: () => queryClient.invalidateQueries({ queryKey: trpc.models.get.pathKey() }),
    }),
  );
  const conflict = latest.number !== basedOn.number;
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
        conflict ? (
          <Problem
            title={`${latest.author ?? "Somebody"} saved v${latest.number} meanwhile.`}
            action={
              <Button
                onClick={() => {
                  save.reset();
                  setBasedOn(latest);
                }}
              >
                I have seen it; mine comes after v{latest.number}
              </Button>
            }
          >
            <p className="mb-2">Your values are kept as they are. This is what v{latest.number} changed:</p>
            <DifferenceTable before={basedOn} after={latest} />
          </Problem>
        ) : (
          save.error && <Problem title="The version was not saved.">{said(save.error)}</Problem>
        )
      }
    />
  );
}
