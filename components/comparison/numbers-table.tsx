"use client";
import { useTakeAway } from "@/components/charts/figure/take-away";
import { toCsv } from "@/components/charts/figure/csv";
import { download } from "@/components/charts/figure/download";
import { methodWords } from "@/components/charts/band";
import type { LookOptions } from "@/components/charts/lines/prepare-lines";
import { said } from "@/components/list/said";
import { Button } from "@/components/ui/button";
import { Table, Th } from "@/components/ui/table";
import { useToast } from "@/components/ui/toast";
import type { ComparisonView } from "@/contracts/comparison";
import { Download } from "lucide-react";
import { useId, useMemo } from "react";
import { HoverHead } from "./hover-cells";
import { isShown } from "./figures";
import { NumbersRow } from "./numbers-row";
import type { PageState } from "./state";
import { tableCsv } from "./table-csv";

/**
 * Every number of the shown measures in the window of trials, group by group, in the order of the list. Without panels there
 * is no column for where a reader points.
 */
export function NumbersTable({
  view,
  look,
  state,
  headingLevel = 2,
}: {
  view: ComparisonView;
  look: Pick<LookOptions, "groups" | "hidden" | "encodings">;
  state: Pick<PageState, "panels" | "trials">;
  headingLevel?: 2 | 3;
}) {
  const id = useId();
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const pointed = view.panels.length > 0;
  const [sections, without] = useMemo(() => {
    const without = look.groups
      .filter(
        ({ key, ref }) =>
          ref.kind === "recording" && !view.rows.some((row) => row.group === key && row.reason === null),
      )
      .map(({ key }) => key);
    const measures = [...new Map(view.rows.map((row) => [row.measure, row])).values()];
    const own = measures
      .filter(({ measure }) =>
        ["curve", "difference"].some((kind) => isShown(`${kind}:${measure}`, state.panels)),
      )
      .map((head) => ({
        head,
        panels: view.panels.filter(({ kind, measure }) => kind === "curve" && measure === head.measure),
        rows: look.groups
          .filter(({ key }) => !look.hidden.has(key))
          .flatMap((group) => {
            const row = view.rows.find((one) => one.group === group.key && one.measure === head.measure);
            // why a recording has no number at all is said once, below
            return row && !without.includes(group.key) ? [{ row, group }] : [];
          }),
      }))
      .filter(({ rows }) => rows.length > 0);
    return [own, without] as const;
  }, [view, look, state.panels]);
  const rows = sections.flatMap((section) => section.rows.map(({ row }) => row));
  if (rows.length === 0) return null;
  const names = (pick: (row: (typeof rows)[number]) => string | undefined) =>
    [...new Set(rows.map(pick).filter(Boolean))].join("; ");
  const silent = look.groups
    .filter(({ key }) => without.includes(key))
    .map(({ key, label }) => ({
      label,
      reasons: [...new Set(view.rows.flatMap((row) => (row.group === key && row.reason) || []))],
    }));
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Heading id={id} className="font-semibold">
          Numbers, trials {state.trials.from}–{state.trials.to}
        </Heading>
        <TakeCsv rows={rows} groups={view.groups} />
      </div>
      <Table label="Numbers by measure and group" className="max-h-[80dvh] text-sm">
        <thead>
          <tr>
            <Th className="left-0 z-20 align-bottom">Group</Th>
            {[
              "N",
              "Mean",
              "SD",
              "SE",
              "95 % CI",
              "Difference from control [95 % CI]",
              "Pairs",
              "Effect size",
              "p",
            ].map((name) => (
              <Th key={name} className="text-right align-bottom !whitespace-normal">
                {name}
              </Th>
            ))}
            {pointed && <HoverHead panels={sections.flatMap(({ panels }) => panels)} />}
          </tr>
        </thead>
        {sections.map(({ head, panels, rows: own }) => (
          <tbody key={head.measure}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={pointed ? 11 : 10}
                className="border-b border-line bg-paper px-2 pt-4 pb-1 text-left font-semibold"
              >
                <span className="sticky left-2">
                  {head.title} <span className="font-normal text-muted">({head.unit})</span>
                </span>
              </th>
            </tr>
            {own.map(({ row, group }) => (
              <NumbersRow
                key={row.group}
                row={row}
                group={group}
                encoding={look.encodings.get(group.key) ?? null}
                panels={pointed ? panels : null}
              />
            ))}
          </tbody>
        ))}
      </Table>
      <div className="text-sm text-muted">
        <p>
          N counts subjects; repetitions are averaged first. 95 % CI:{" "}
          {names((row) => methodWords(row.intervalMethod))}. Differences are paired by subject. Effect size:{" "}
          {names((row) => row.difference?.effectSizeName) || "none"}. p:{" "}
          {names((row) => row.difference?.pName) || "none"}, not corrected for the number of rows.
        </p>
        {silent.map(({ label, reasons }) => (
          <p key={label}>
            {label} has figures of its own and no row here. {reasons.join(" ")}
          </p>
        ))}
        {view.engineVersions.length > 0 && (
          <p>Engine {view.engineVersions.map((one) => one.slice(0, 12)).join(", ")}.</p>
        )}
      </div>
    </section>
  );
}

function TakeCsv({ rows, groups }: Pick<ComparisonView, "rows" | "groups">) {
  const { refusal, ask } = useTakeAway();
  const toast = useToast();
  if (refusal !== null) return null;
  const take = () =>
    ask("the table of numbers as CSV").then(
      () => download(toCsv(tableCsv(rows, groups)), "numbers.csv", "text/csv"),
      (error: Error) =>
        toast({ tone: "danger", title: "The numbers could not be saved.", description: said(error) }),
    );
  return (
    <Button onClick={() => void take()}>
      <Download size={16} aria-hidden /> CSV
    </Button>
  );
}
