import { When } from "@/components/ui/when";
import type { DatasetDetail } from "@/contracts/dataset";
import type { ReactNode } from "react";
import { ImportBadge } from "./import-badge";

/** Where the numbers come from, what was taken for granted, and under which licence they stand. */
export function Provenance({ detail }: { detail: DatasetDetail }) {
  const { latest, history } = detail;
  const { signal, assumptions, task, sampleColumns } = latest.mapping;
  const facts: [string, ReactNode][] = [
    ["Licence", latest.licence],
    ["Cite", latest.citation],
    ["Source", latest.source || "not given"],
    ["File", latest.fileName],
    ["Task", task],
    ["Signal", [signal.name, signal.region, signal.sensor, signal.unit].filter(Boolean).join(", ")],
    ["Samples", `${sampleColumns.count} at ${signal.samplingRateHz} Hz, the first at ${signal.t0Seconds} s`],
    ["Processing", signal.processing || "not given"],
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
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
      {list("Taken for granted", assumptions)}
      {list("What the importer met", latest.remarks)}
      {history.length > 1 && (
        <div>
          <h3 className="font-medium">Versions</h3>
          <ol>
            {history.map((version) => (
              <li key={version.id} className="flex flex-wrap gap-x-2">
                v{version.number} <ImportBadge status={version.status} />
                <span className="text-muted">
                  {version.author ?? "Phasic"}, <When date={version.createdAt} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}
