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
import { ExportMenu } from "../export-menu";
import { useAddress } from "../use-address";
import { WindowFields } from "../session/window-fields";
import { prepareSubjectMeasure, type SubjectMeasure } from "./prepare-subject";
import { Missing } from "./missing";
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
      {(figures) => <Subject lab={lab} version={version} figures={figures} />}
    </QueryState>
  );
}

function Subject({ lab, version, figures }: { lab: string; version: string; figures: SubjectFigures }) {
  const { dataset, subject, group, sex, genotype, sessions, block, measures } = figures;
  const { query, set, hrefWith } = useAddress();
  const read = [...new Set(measures.flatMap(({ signal }) => signal ?? []))];
  const asked = query.get("signal");
  const chosen = asked !== null && read.includes(asked) ? asked : (read[0] ?? null);
  const shown = measures.filter(({ signal }) => signal === null || signal === chosen);
  const given = shown.filter(({ reason }) => reason === null);
  const kept = given.filter(({ windows }) => windows === null);
  const parts = [
    { title: "Licks", own: given.filter(({ signal, windows }) => signal === null && windows !== null) },
    { title: chosen ?? "", own: given.filter(({ signal }) => signal !== null) },
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
        actions={<ExportMenu lab={lab} version={version} subject={subject} />}
      />
      <div className="flex flex-col gap-8">
        <SessionTable figures={figures} hrefOf={(session) => hrefWith("session", String(session))} />
        <section aria-label="What is shown" className="flex flex-wrap items-end gap-4">
          {chosen !== null && read.length > 1 && (
            <Choice
              label="Signal"
              value={chosen}
              options={read.map((name) => [name, name])}
              onChange={(value) => set("signal", value)}
            />
          )}
          <Choice
            label="Trials per point"
            value={String(block)}
            options={sizes.map((size) => [String(size), size === 1 ? "each trial" : String(size)])}
            onChange={(value) => set("block", value)}
          />
        </section>
        {parts.map(({ title, own }) => (
          <section key={title} aria-label={title}>
            <h2 className="mb-2 font-semibold">{title}</h2>
            <Curves figures={figures} measures={own} />
          </section>
        ))}
        {kept.length > 0 && (
          <details open={parts.length === 0}>
            <summary className="mb-2 cursor-pointer font-semibold">
              Numbers that came with the file ({kept.length})
            </summary>
            <Curves figures={figures} measures={kept} />
          </details>
        )}
        <Missing measures={shown} />
      </div>
    </>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, words: string])[];
  onChange: (value: string) => void;
}) {
  return (
    <Field label={label} className="w-40">
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map(([own, words]) => (
            <option key={own} value={own}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

const Curves = ({ figures, measures }: { figures: SubjectFigures; measures: readonly SubjectMeasure[] }) => (
  <div className="grid gap-8 lg:grid-cols-2">
    {measures.map((measure) => (
      <Curve key={`${measure.key} ${measure.windows === null}`} figures={figures} measure={measure} />
    ))}
  </div>
);

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
