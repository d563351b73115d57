import { textWidth, typeSize } from "../lines/layout";
import { formatTick } from "../number-format";
import { project, type Axis } from "../scale";
import type { MapLayout } from "./map-layout";

export interface MapAxes {
  readonly x: Axis;
  readonly xTitle: string;
  /** Rows from the top, with the text at each. */
  readonly yTicks: readonly { readonly row: number; readonly text: string }[];
  readonly yTitle: string;
  readonly rows: number;
  readonly events: readonly { readonly at: number; readonly label: string }[];
}

/** Frame, ticks, titles and event hairlines of a map: trial on y from the top, time on x. */
export function MapAxesMarks({ axes, layout }: { axes: MapAxes; layout: MapLayout }) {
  const { plot } = layout;
  const bottom = plot.y + plot.height;
  const toX = (value: number) => project(value, axes.x.domain, [plot.x, plot.x + plot.width]);
  const step = axes.x.ticks.length > 1 ? axes.x.ticks[1] - axes.x.ticks[0] : 1;
  const middle = plot.y + plot.height / 2;
  const words = spaced(axes.events, toX);
  return (
    <g fontSize={typeSize}>
      <path
        d={`M${plot.x} ${plot.y}V${bottom}H${plot.x + plot.width}`}
        fill="none"
        stroke="var(--line-strong)"
      />
      {axes.x.ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${toX(tick)} ${bottom}v4`} stroke="var(--line-strong)" />
          <text x={toX(tick)} y={bottom + 17} textAnchor="middle" fill="var(--muted)">
            {formatTick(tick, step)}
          </text>
        </g>
      ))}
      {axes.yTicks.map(({ row, text }) => {
        const y = plot.y + ((row + 0.5) / axes.rows) * plot.height;
        return (
          <g key={text}>
            <path d={`M${plot.x} ${y}h-4`} stroke="var(--line-strong)" />
            <text x={plot.x - 7} y={y + 4} textAnchor="end" fill="var(--muted)">
              {text}
            </text>
          </g>
        );
      })}
      <text x={plot.x + plot.width / 2} y={bottom + 35} textAnchor="middle" fill="var(--muted)">
        {axes.xTitle}
      </text>
      <text x={12} y={middle} transform={`rotate(-90 12 ${middle})`} textAnchor="middle" fill="var(--muted)">
        {axes.yTitle}
      </text>
      {axes.events.map(({ at, label }) => {
        const x = toX(at);
        return (
          <g key={`${at} ${label}`}>
            <path d={`M${x} ${plot.y - 6}V${bottom}`} stroke="var(--ink)" strokeWidth={0.75} />
            {words.has(label) && (
              <text x={x} y={plot.y - 9} fill="var(--muted)">
                {label}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Words that do not lie on the one before. */
function spaced(events: MapAxes["events"], toX: (value: number) => number): ReadonlySet<string> {
  const words = new Set<string>();
  let end = -Infinity;
  for (const { at, label } of events) {
    if (toX(at) <= end) continue;
    words.add(label);
    end = toX(at) + textWidth(label) + 6;
  }
  return words;
}

/** Round trial numbers, each at the row nearest to it. */
export function trialTicks(trials: readonly number[], ticks: readonly number[]) {
  const used = new Set<number>();
  return ticks.flatMap((tick) => {
    if (trials.length === 0 || tick > trials[trials.length - 1]) return [];
    let row = 0;
    trials.forEach((trial, index) => {
      if (Math.abs(trial - tick) < Math.abs(trials[row] - tick)) row = index;
    });
    if (used.has(row)) return [];
    used.add(row);
    return [{ row, text: String(trials[row]) }];
  });
}
