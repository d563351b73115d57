import { methodWords } from "@/components/charts/band";
import { pairWords } from "@/components/charts/lines/counts";
import { formatNumber } from "@/components/charts/number-format";
import { hiddenOf } from "@/components/dashboards/panels/hidden";
import type { Cited } from "@/components/markdown/citations";
import type { Panel } from "@/contracts/dashboard";
import type { DataOf, PanelData } from "@/contracts/dashboard-panel";
import type { BoundPanel } from "@/contracts/dashboard-variables";
import { inlineSvg } from "../drawing/svg";
import { type Html, html } from "../html";
import { figuresOf, type PublicFigure } from "../panels";
import { markdown } from "./markdown";

/** Widths that a figure is laid out for: a phone, half of a page, the whole of it. */
const phone = 358;
const widthOf = (columns: number) => (columns <= 6 ? 560 : columns <= 9 ? 860 : 1180);

export interface ShownPanel {
  readonly panel: Panel;
  readonly bound: BoundPanel;
  readonly data: PanelData;
}

/** One panel with its words; `cited` numbers the references of the page. */
export function panelBody({ panel, bound, data }: ShownPanel, cited: Cited): Html {
  const title = panel.title || titleOf(data);
  const head = title ? html`<h2>${title}</h2>` : null;
  if (data.kind === "problem")
    return html`${head}
      <p class="absent"><b>${data.what}</b> ${data.next}</p>`;
  if (bound.content.kind === "text")
    return html`${head}
      <div class="words">${markdown(bound.content.text, cited)}</div>`;
  if (data.kind === "table") return html`${head}${numbers(data, bound)}`;
  if (data.kind === "dataset") return html`${head}${dataset(data)}`;
  const figures = figuresOf(data, bound);
  const reason = data.kind === "run" ? data.reason : "No group of this panel has a value here.";
  return html`${head}${data.kind === "run" && runWords(data)}${
    figures.length === 0 && html`<p class="absent">${reason}</p>`
  }${figures.map((figure, index) => figureHtml(figure, `${panel.id}-${index}`, panel.place.w))}`;
}

const titleOf = (data: PanelData): string | null =>
  data.kind === "run" ? "One run" : data.kind === "dataset" ? data.name : null;

const runWords = ({ run }: DataOf<"run">) =>
  html`<p class="muted">
    ${run.model}, ${run.arm}, ${run.subject}, repetition ${run.repetition}, seed ${run.seed}
  </p>`;

function figureHtml(figure: PublicFigure, name: string, columns: number): Html {
  const { title, unit, definition, note, remarks, empty, draw } = figure;
  const label = `${title}, ${unit}. ${note}`;
  return html`<figure>
    <figcaption>
      <b>${title}</b> <span class="muted">(${unit})</span>
      <p>${definition}</p>
    </figcaption>
    ${
      empty
        ? html`<p class="absent">${empty}</p>`
        : html`<div class="plot">
            <div class="wide">${inlineSvg(draw(widthOf(columns)), label, `${name}w`)}</div>
            <div class="narrow">${inlineSvg(draw(phone), label, `${name}n`)}</div>
          </div>`
    }
    <div class="note">${note && html`<p>${note}</p>`}${remarks.map((remark) => html`<p>${remark}</p>`)}</div>
  </figure>`;
}

const interval = (low: number | null, high: number | null) =>
  low === null || high === null ? "–" : `[${formatNumber(low)}, ${formatNumber(high)}]`;
const pWords = (p: number | null) => (p === null ? "–" : p < 0.001 ? "< 0.001" : p.toFixed(3));

function numbers(data: DataOf<"table">, bound: BoundPanel): Html {
  const hidden = hiddenOf(data, bound);
  const groups = data.groups.filter(({ key }) => !hidden.has(key));
  const labels = new Map(groups.map(({ key, label }) => [key, label]));
  const rows = data.rows.filter(({ group }) => labels.has(group));
  if (rows.length === 0)
    return html`<p class="absent">No group of this table has a number of these measures.</p>`;
  const measures = [...new Map(rows.map((row) => [row.measure, row])).values()];
  const said = (pick: (row: (typeof rows)[number]) => string | undefined) =>
    [...new Set(rows.map(pick).filter(Boolean))].join("; ") || "none";
  return html`<div class="scroll" role="region" aria-label="Numbers by measure and group" tabindex="0">
      <table>
        <caption class="muted">
          Numbers, trials ${data.trials.from}–${data.trials.to}
        </caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            ${["N", "Mean", "SD", "SE", "95 % CI", "Difference from control", "Pairs", "Effect size", "p"].map((name) => html`<th scope="col" class="n">${name}</th>`)}
          </tr>
        </thead>
        ${measures.map(
          ({ measure, title, unit }) =>
            html`<tbody>
              <tr>
                <th scope="rowgroup" colspan="10">${title} <span class="muted">(${unit})</span></th>
              </tr>
              ${rows
                .filter((row) => row.measure === measure)
                .map((row) => {
                  const d = row.difference;
                  const head = html`<th scope="row">${labels.get(row.group)}</th>`;
                  if (row.reason !== null && row.mean === null)
                    return html`<tr>
                      ${head}
                      <td colspan="9" class="muted">${row.reason}</td>
                    </tr>`;
                  const cells = [
                    ...[row.n, formatNumber(row.mean), formatNumber(row.sd), formatNumber(row.se)],
                    interval(row.low, row.high),
                    ...(d
                      ? [
                          `${formatNumber(d.mean)} ${interval(d.low, d.high)}`,
                          pairWords({ complete: d.pairs, of: d.of, missing: d.missing }).replace(
                            " pairs",
                            "",
                          ),
                          ...[formatNumber(d.effectSize), pWords(d.p)],
                        ]
                      : ["", "", "", ""]),
                  ];
                  return html`<tr>
                    ${head}${cells.map((cell) => html`<td class="n">${cell}</td>`)}
                  </tr>`;
                })}
            </tbody>`,
        )}
      </table>
    </div>
    <p class="note">
      N counts subjects; repetitions are averaged first. 95 % CI:
      ${said((row) => methodWords(row.intervalMethod))}. Differences are paired by subject. Effect size:
      ${said((row) => row.difference?.effectSizeName)}. p: ${said((row) => row.difference?.pName)}, not
      corrected for the number of rows.
    </p>`;
}

const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

function dataset(data: DataOf<"dataset">): Html {
  const facts: [string, string][] = [
    [
      "Holds",
      [count(data.subjects, "subject"), count(data.sessions, "session"), count(data.trials, "trial")].join(
        ", ",
      ),
    ],
    ...data.groups
      .filter(({ group }) => group)
      .map(({ group, subjects, trials }): [string, string] => [
        `Group ${group}`,
        `${count(subjects, "subject")}, ${count(trials, "trial")}`,
      ]),
    ...data.signals.map(({ name, region, sensor, unit, samplingRateHz, alignment }): [string, string] => [
      "Signal",
      `${[name, region, sensor].filter(Boolean).join(", ")} (${unit}), ${samplingRateHz} Hz, aligned to ${alignment}`,
    ]),
    ...([
      ["Licence", data.licence],
      ["Cite", data.citation],
      ["Source", data.source || "not given"],
    ] as [string, string][]),
    ["Content hash", data.contentHash],
  ];
  return html`<dl>
      ${facts.map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${term === "Content hash" ? html`<code>${value}</code>` : value}</dd>`,
      )}
    </dl>
    <div class="note">${data.remarks.map((remark) => html`<p>${remark}</p>`)}</div>`;
}
