"use client";
import { DopamineHeatMap } from "@/components/charts/dopamine-heat-map/dopamine-heat-map";
import { LickRaster } from "@/components/charts/lick-raster/lick-raster";
import { LineFigureView } from "@/components/charts/lines/line-figure-view";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { PageHead } from "@/components/ui/page-head";
import { Select } from "@/components/ui/select";
import type { SessionFigures } from "@/contracts/session";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Missing } from "../subject/missing";
import { sessionWords } from "../subject/prepare-subject";
import { useAddress } from "../use-address";
import { filterOf, rowsThatPass } from "./filter";
import { eventsOf, prepareMean, prepareMeasure, samplesOf, typesInWords } from "./prepare-session";
import { TrialFilters } from "./trial-filters";
import { WindowFields } from "./window-fields";

/** One session of one animal, every trial of it. The address says which, and which trials are shown. */
export function SessionPage({ lab, version, subject }: { lab: string; version: string; subject: string }) {
  const trpc = useTRPC();
  const { query, windows } = useAddress();
  const found = useQuery(
    trpc.datasets.session.queryOptions(
      {
        ...{ lab, versionId: version, subject, session: Number(query.get("session") ?? 1) },
        ...{ signal: query.get("signal"), windows },
      },
      { placeholderData: keepPreviousData },
    ),
  );
  return (
    <QueryState query={found} what="this session">
      {(figures) => (
        <Session
          {...{ lab, figures }}
          filter={filterOf(query)}
          key={`${figures.subject} ${figures.session.index}`}
        />
      )}
    </QueryState>
  );
}

function Session({
  lab,
  figures,
  filter,
}: {
  lab: string;
  figures: SessionFigures;
  filter: ReturnType<typeof filterOf>;
}) {
  const { windows, set, hrefWith, setWindows } = useAddress();
  const { dataset, subject, group, session, sessions, trials, licks, signal, measures } = figures;
  const rows = useMemo(() => rowsThatPass(figures, filter), [figures, filter]);
  const samples = useMemo(() => (signal ? samplesOf(signal) : null), [signal]);
  const mean = useMemo(
    () => (samples ? prepareMean(figures, samples, rows) : null),
    [figures, samples, rows],
  );
  const of = `session ${session.name} of ${subject}`;
  const events = eventsOf(figures);
  const numbers = rows.map((row) => trials[row].index);
  const alignment = signal?.alignment ?? figures.timing?.alignment ?? "the alignment event";
  // one whose window somebody chose stays, so that they can choose another
  const given = measures.filter(({ key, reason }) => reason === null || key in windows);
  const from = signal ? signal.t0 : -2000;
  const to = signal ? signal.t0 + signal.width * signal.dt : 4000;
  return (
    <>
      <PageHead
        crumbs={[
          { label: "Datasets", href: `/lab/${lab}/datasets` },
          { label: dataset.name, href: `/lab/${lab}/datasets/${dataset.id}` },
          { label: subject, href: hrefWith("session", null) },
        ]}
        title={`${subject}, ${sessionWords(session.name)}`}
        facts={[
          `v${dataset.version}`,
          dataset.simulated && "simulated",
          group,
          session.date,
          `${trials.length} trials`,
        ]}
        actions={
          sessions.length > 1 && (
            <Select
              aria-label="Session"
              value={String(session.index)}
              onChange={(event) => set("session", event.target.value)}
            >
              {sessions.map(({ index, name }) => (
                <option key={index} value={String(index)}>
                  Session {name}
                </option>
              ))}
            </Select>
          )
        }
      />
      <div className="flex flex-col gap-8">
        <TrialFilters {...{ figures, filter }} shown={rows.length} onChange={set} />
        <section aria-label="Licks and signal, trial by trial" className="grid gap-8 lg:grid-cols-2">
          {licks && (
            <LickRaster
              licks={rows.map((row) => licks[row].filter((lick) => lick >= from && lick <= to))}
              stimulated={rows.map((row) => trials[row].stimulated === true)}
              trialMs={to}
              events={events}
              recorded={{ from, alignment, trials: numbers, of }}
            />
          )}
          {signal && samples && (
            <DopamineHeatMap
              title={signal.name}
              trace={{
                ...{ signal: signal.name, type: "cued", unit: signal.unit, binMs: signal.dt },
                rows: rows.map((row) =>
                  Array.from(samples.subarray(row * signal.width, (row + 1) * signal.width), (value) =>
                    Number.isNaN(value) ? null : value,
                  ),
                ),
              }}
              probeTrials={numbers}
              events={events}
              recorded={{ from: signal.t0, alignment, of, types: typesInWords(figures, rows) }}
            />
          )}
          {mean && <LineFigureView figure={mean} band="sem" headingLevel={2} />}
        </section>
        {!licks && <p className="text-muted">This session has no lick events, so there is no raster.</p>}
        {given.length > 0 && (
          <section aria-label="Measures, trial by trial" className="grid gap-8 lg:grid-cols-2">
            {given.map((measure) => (
              <div key={measure.key} className="flex min-w-0 flex-col gap-2">
                <LineFigureView figure={prepareMeasure(figures, measure, rows)} band="sem" headingLevel={2} />
                <WindowFields
                  measure={measure}
                  own={measure.key in windows}
                  onChange={(changed) => setWindows(measure.key, changed)}
                />
              </div>
            ))}
          </section>
        )}
        <Missing measures={measures.filter((measure) => !given.includes(measure))} />
      </div>
    </>
  );
}
