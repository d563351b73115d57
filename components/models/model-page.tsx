"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { Discussion } from "@/components/comments/discussion";
import { nextPage } from "@/components/list/list-state";
import { QueryState } from "@/components/list/query-state";
import { ObjectTitle } from "@/components/objects/rename";
import { TagEditor } from "@/components/objects/tag-editor";
import { useTRPC } from "@/components/providers/trpc";
import { ShareButton } from "@/components/sharing/share-button";
import { useShare } from "@/components/sharing/share-context";
import { ManipulationTable } from "@/components/theories/manipulation-table";
import { RoleMark } from "@/components/theories/role-mark";
import { useRole, useTheory } from "@/components/theories/theories-provider";
import { TrashButton } from "@/components/trash/trash-button";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Equation } from "@/components/ui/equation";
import { Name } from "@/components/ui/name";
import { PageHead } from "@/components/ui/page-head";
import { When } from "@/components/ui/when";
import { VersionsAside } from "@/components/versions/versions-aside";
import type { ModelVersion } from "@/contracts/model";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { DifferenceTable } from "./difference-table";
import { ForkDialog } from "./fork-dialog";
import { NotesSection } from "./notes/notes-section";
import { ParameterTable } from "./parameter-table";
import { presetOf } from "./form/draft";

/** One model at one version; beside it what changed, where it came from and what its role makes of each arm. */
export function ModelPage({
  lab,
  model,
  number,
  against,
  mayEdit,
}: {
  lab: string;
  model: string;
  number: number | null;
  against: number | null;
  mayEdit: boolean;
}) {
  const trpc = useTRPC();
  const share = useShare();
  const query = useQuery(trpc.models.get.queryOptions({ lab, modelId: model, version: number, against }));
  const history = useInfiniteQuery(
    trpc.models.history.infiniteQueryOptions(
      { lab, modelId: model, limit: 20 },
      { getNextPageParam: nextPage },
    ),
  );
  return (
    <QueryState query={query} what="this model">
      {(detail) => {
        const { shown: version, before } = detail;
        const base = `/lab/${lab}/models/${model}`;
        return (
          <Discussion
            lab={lab}
            kind="model"
            id={model}
            version={version.number}
            asSeen={(seen) => (seen.version === null ? null : `${base}?version=${seen.version}`)}
          >
            <PageHead
              crumbs={[{ label: "Models", href: `/lab/${lab}/models` }]}
              title={
                <ObjectTitle
                  lab={lab}
                  object={{ kind: "model", id: model }}
                  name={detail.name}
                  mayEdit={mayEdit}
                />
              }
              tags={
                <TagEditor
                  lab={lab}
                  object={{ kind: "model", id: model }}
                  tags={detail.tags}
                  mayEdit={mayEdit}
                />
              }
              badge={<Badge tone="strong">v{version.number}</Badge>}
              facts={[
                <RoleMark key="role" theory={version.theory} role={version.role} />,
                <Name key="author" name={version.author} />,
                <When key="when" date={version.createdAt} />,
                `${detail.runs.done} of ${detail.runs.total} runs done`,
                version.forkedFrom && (
                  <>
                    forked from <Name name={version.forkedFrom.modelName} /> v{version.forkedFrom.number}
                  </>
                ),
              ]}
              actions={
                <>
                  {mayEdit && (
                    <ButtonLink
                      data-new=""
                      look="primary"
                      href={`/lab/${lab}/experiments/new?models=${version.id}`}
                    >
                      New experiment
                    </ButtonLink>
                  )}
                  <DiscussButton />
                  <ShareButton lab={lab} object={{ kind: "model", id: model }} name={detail.name} />
                  {mayEdit && (
                    <ButtonLink href={`${base}/versions/new?from=${version.number}`}>New version</ButtonLink>
                  )}
                  {(share ? share.mayFork : mayEdit) && (
                    <ForkDialog key={version.id} lab={lab} version={version} />
                  )}
                  {mayEdit && (
                    <TrashButton lab={lab} object={{ kind: "model", id: model }} name={detail.name} />
                  )}
                </>
              }
            />
            <div className="grid gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
              <div className="flex min-w-0 flex-col gap-8">
                <About version={version} />
                <NotesSection lab={lab} model={model} mayEdit={mayEdit} />
                <section aria-labelledby="parameters">
                  <h2 id="parameters" className="mb-2 font-semibold">
                    Parameters
                  </h2>
                  <ParameterTable version={version} />
                </section>
                <Arms version={version} />
              </div>
              <VersionsAside
                base={base}
                history={history}
                shown={version.number}
                before={before && before.number}
                difference={before && <DifferenceTable before={before} after={version} />}
              >
                <p className="text-sm break-all text-muted">
                  <Link href={`${base}?version=${version.number}`} className="underline">
                    v{version.number}
                  </Link>{" "}
                  has hash {version.hash.slice(0, 16)}
                </p>
              </VersionsAside>
            </div>
          </Discussion>
        );
      }}
    </QueryState>
  );
}

function About({ version }: { version: ModelVersion }) {
  const theory = useTheory(version.theory);
  const role = useRole(version.theory, version.role);
  const preset = theory && presetOf(theory, version.preset);
  return (
    <section aria-labelledby="about" className="flex max-w-3xl flex-col gap-2">
      <h2 id="about" className="font-semibold">
        {theory?.title ?? version.theory}
      </h2>
      {theory && <p>{theory.summary}</p>}
      {theory && <Equation tex={theory.equation} display />}
      {role && (
        <div className="rounded border border-line p-2">
          <p className="font-medium">
            <RoleMark theory={version.theory} role={version.role} />
          </p>
          <Equation tex={role.equation} display />
          <p className="text-muted">{role.meaning}</p>
        </div>
      )}
      {preset && (
        <p className="text-muted">
          Preset <span className="text-ink">{preset.title}</span>: {preset.meaning}
        </p>
      )}
      {version.notes && version.notes !== preset?.meaning && (
        <p className="whitespace-pre-wrap">{version.notes}</p>
      )}
      {theory && (
        <p className="text-sm text-muted">
          {theory.citation.text}{" "}
          <a className="underline" href={`https://doi.org/${theory.citation.doi}`}>
            doi:{theory.citation.doi}
          </a>
        </p>
      )}
    </section>
  );
}

function Arms({ version }: { version: ModelVersion }) {
  const theory = useTheory(version.theory);
  if (!theory) return null;
  return (
    <section aria-labelledby="arms">
      <h2 id="arms" className="mb-2 font-semibold">
        What each arm does in each role
      </h2>
      <ManipulationTable theory={theory} />
    </section>
  );
}
