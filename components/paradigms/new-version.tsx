"use client";
import { QueryState } from "@/components/list/query-state";
import { useMember } from "@/components/people/member";
import { useTRPC } from "@/components/providers/trpc";
import { InBrowser } from "@/components/ui/in-browser";
import { PageHead } from "@/components/ui/page-head";
import { useKept } from "@/components/ui/use-kept";
import { DifferenceTable } from "@/components/versions/difference-table";
import { VersionProblem } from "@/components/versions/version-problem";
import type { ParadigmSummary, ParadigmVersion } from "@/contracts/paradigm";
import { isDeclared } from "@/engine/paradigms/declaration";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { differences } from "./differences";
import { draftOf } from "./form/draft";
import { ParadigmForm } from "./form/paradigm-form";
import { NotDeclared } from "./not-declared";

export function NewVersion({ lab, paradigm, from }: { lab: string; paradigm: string; from: number | null }) {
  const trpc = useTRPC();
  const query = useQuery(trpc.paradigms.get.queryOptions({ lab, paradigmId: paradigm, version: from }));
  return (
    <QueryState query={query} what="this paradigm">
      {({ name, shown: start, latest }) => (
        <>
          <PageHead
            crumbs={[
              { label: "Paradigms", href: `/lab/${lab}/paradigms` },
              { label: name, href: `/lab/${lab}/paradigms/${paradigm}` },
            ]}
            title={`New version of ${name}`}
            facts={[`starts from v${start.number}`, "earlier versions stay as they are"]}
          />
          {isDeclared(start.spec) ? (
            <InBrowser>
              <Edit key={start.id} lab={lab} name={name} start={start} latest={latest} />
            </InBrowser>
          ) : (
            <NotDeclared name={name} />
          )}
        </>
      )}
    </QueryState>
  );
}

function Edit({
  lab,
  name,
  start,
  latest,
}: {
  lab: string;
  name: string;
  start: ParadigmVersion;
  latest: ParadigmSummary["latest"];
}) {
  const { id: member } = useMember();
  const first = draftOf(start.spec, name);
  const [draft, setDraft, forget] = useKept(`phasic paradigm ${member} ${lab} after ${start.id}`, first);
  const [basedOn, setBasedOn] = useState(latest);
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.paradigms.saveVersion.mutationOptions({
      onSuccess: async () => {
        forget();
        await queryClient.invalidateQueries({ queryKey: trpc.paradigms.pathKey() });
        router.push(`/lab/${lab}/paradigms/${start.paradigmId}`);
      },
      // a version of somebody else's may have come in between: read again, to show it
      onError: () => queryClient.invalidateQueries({ queryKey: trpc.paradigms.get.pathKey() }),
    }),
  );
  const changed = JSON.stringify(draft) !== JSON.stringify(first);
  return (
    <ParadigmForm
      base={start.spec}
      draft={draft}
      onDraft={setDraft}
      onAfresh={changed ? () => setDraft(first) : null}
      submit="Save version"
      busy={save.isPending || save.isSuccess}
      onSubmit={(spec, { notes }) =>
        save.mutate({ lab, paradigmId: start.paradigmId, spec, notes, basedOn: basedOn.number })
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
          difference={
            <DifferenceTable
              before={`v${basedOn.number}`}
              after={`v${latest.number}`}
              rows={differences(basedOn.spec, latest.spec)}
            />
          }
        />
      }
    />
  );
}
