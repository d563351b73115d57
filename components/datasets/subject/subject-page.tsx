"use client";
import { LineFigureView } from "@/components/charts/lines/line-figure-view";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { Field } from "@/components/ui/field";
import { PageHead } from "@/components/ui/page-head";
import { Select } from "@/components/ui/select";
import { blockSizes, type SubjectFigures } from "@/contracts/subject";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useAddress } from "../use-address";
import { WindowFields } from "../session/window-fields";
import { prepareSubjectMeasure, reasonsOf, type SubjectMeasure } from "./prepare-subject";
import { SessionTable } from "./session-table";

/** One animal over all of its sessions. */
export function SubjectPage({ lab, version, subject }: { lab: string; version: string; subject: string }) {
  const trpc = useTRPC();
  const { query, windows } = useAddress();
  const block = Number(query.get("block"));
  const found = useQuery(
    trpc.datasets.subject.queryOptions(
      { ...{ lab, versionId: version, subject, windows }, block: block >= 1 ? Math.floor(block) : null },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <QueryState query={found} what="this subject">
      {(figures) => <Subject lab={lab} figures={figures} />}
    </QueryState>
  );
}

function Subject({ lab, figures }: { lab: string; figures: SubjectFigures }) {
  const { dataset, subject, group, sex, genotype, sessions, block, measures } = figures;
  const { set, hrefWith } = useAddress();
  const given = measures.filter(({ reason }) => reason === null);
  const parts = [
    { title: "Licks", own: given.filter(({ signal, windows }) => signal === null && windows !== null) },
    ...figures.signals.map((name) => ({ title: name, own: given.filter(({ signal }) => signal === name) })),
    { title: "Numbers that came with the file", own: given.filter(({ windows }) => windows === null) },
  ].filter(({ own }) => own.length > 0);
  const trials = sessions.reduce((sum, session) => sum + session.trials, 0);
  const sizes = [...new Set([...blockSizes, block])].sort((a, b) => a - b);
  return (
    <>
      <PageHead
        crumbs={[
          { label: "Datasets", href: `/lab/${lab}/datasets` },
          { label: dataset.name, href: `/lab/${lab}/datasets/${dataset.id}` },
        ]}
        title={subject}
        badge={<span className="text-muted">subject</span>}
        facts={[
          `v${dataset.version}`,
          dataset.simulated && "simulated",
          ...[group, sex, genotype],
          `${sessions.length} session${sessions.length === 1 ? "" : "s"}, ${trials} trials`,
        ]}
      />
      <div className="flex flex-col gap-8">
        <Field label="Trials per point" className="w-40">
          {(control) => (
            <Select {...control} value={String(block)} onChange={(event) => set("block", event.target.value)}>
              {sizes.map((size) => (
                <option key={size} value={String(size)}>
                  {size === 1 ? "each trial" : size}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {parts.map(({ title, own }) => (
          <section key={title} aria-label={title}>
            <h2 className="mb-2 font-semibold">{title}</h2>
            <div className="grid gap-8 lg:grid-cols-2">
              {own.map((measure) => (
                <Curve key={measure.key} figures={figures} measure={measure} />
              ))}
            </div>
          </section>
        ))}
        <Missing measures={measures} />
        <SessionTable figures={figures} hrefOf={(session) => hrefWith("session", String(session))} />
      </div>
    </>
  );
}

function Curve({ figures, measure }: { figures: SubjectFigures; measure: SubjectMeasure }) {
  const { windows, setWindows } = useAddress();
  const figure = useMemo(() => prepareSubjectMeasure(figures, measure), [figures, measure]);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <LineFigureView figure={figure} band="sem" headingLevel={3} />
      {measure.windows && (
        <WindowFields
          measure={{ title: figure.title, windows: measure.windows }}
          own={measure.key in windows}
          onChange={(changed) => setWindows(measure.key, changed)}
        />
      )}
    </div>
  );
}

function Missing({ measures }: { measures: readonly SubjectMeasure[] }) {
  const reasons = reasonsOf(measures);
  if (reasons.length === 0) return null;
  return (
    <section aria-labelledby="missing">
      <h2 id="missing" className="mb-2 font-semibold">
        Measures without a value here
      </h2>
      <ul className="flex flex-col gap-1">
        {reasons.map(({ reason, titles }) => (
          <li key={reason}>
            {titles.join(", ")}: <span className="text-muted">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
