import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { useTRPC } from "@/components/providers/trpc";
import { Name } from "@/components/ui/name";
import { Skeleton } from "@/components/ui/skeleton";
import { When } from "@/components/ui/when";
import { assumedInWords, type DatasetDetail } from "@/contracts/dataset";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ImportBadge } from "./import-badge";

/** Where the numbers come from, what was taken for granted, and under which licence they stand. */
export function Provenance({ lab, detail }: { lab: string; detail: DatasetDetail }) {
  const { latest } = detail;
  const facts: [string, ReactNode][] = [
    ["Licence", latest.licence],
    ["Cite", latest.citation],
    ["DOI", latest.doi ?? "not given"],
    ["Source", latest.source || "not given"],
    ["File", latest.fileName],
    ["Format", latest.format || "not known"],
    ["Task", latest.task],
    ...latest.signals.map((signal): [string, ReactNode] => ["Signal", signalInWords(signal)]),
    [
      "Content hash",
      <code key="hash" className="font-mono text-sm break-all">
        {latest.contentHash}
      </code>,
    ],
  ];
  const list = (title: string, items: readonly string[]) =>
    items.length > 0 && (
      <div>
        <h3 className="font-medium">{title}</h3>
        <ul className="list-disc pl-4">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <section aria-labelledby="provenance" className="flex min-w-0 flex-col gap-4">
      <h2 id="provenance" className="font-semibold">
        Provenance
      </h2>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1">
        {facts.map(([term, value], at) => (
          <div key={at} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {list("What the file does not say", latest.assumed.map(assumedInWords))}
      {list("What the importer met", latest.remarks)}
      {detail.versions > 1 && <Versions lab={lab} dataset={detail.id} />}
    </section>
  );
}

function Versions({ lab, dataset }: { lab: string; dataset: string }) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.datasets.history.infiniteQueryOptions({ lab, datasetId: dataset }, { getNextPageParam: nextPage }),
  );
  return (
    <div>
      <h3 className="font-medium">Versions</h3>
      <Paged query={query} what="the versions" noun="versions" waiting={<Skeleton className="h-12" />}>
        {(versions) => (
          <ol>
            {versions.map((version) => (
              <li key={version.id} className="flex flex-wrap gap-x-2">
                v{version.number} <ImportBadge status={version.status} />
                <span className="text-muted">
                  <Name name={version.author} />, <When date={version.createdAt} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </Paged>
    </div>
  );
}

type Signal = DatasetDetail["latest"]["signals"][number];
function signalInWords({ name, region, sensor, unit, ...signal }: Signal): string {
  const { samplesPerTrial, samplingRateHz, t0Seconds, alignment, processing } = signal;
  const samples = samplesPerTrial === null ? "continuous" : `${samplesPerTrial} samples per trial`;
  const rate = samplingRateHz === null ? "at a rate that nobody gave" : `at ${samplingRateHz} Hz`;
  const first = t0Seconds === null ? "" : `, the first at ${t0Seconds} s from ${alignment}`;
  const what = [name, region, sensor, unit].filter(Boolean).join(", ");
  return `${what}: ${samples} ${rate}${first}. Processing: ${processing || "not given"}.`;
}
