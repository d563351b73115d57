import type { Paradigm, TrialType } from "@/engine/paradigms/paradigm";
import { typeWords } from "./training-words";

type Across = (ms: number) => number;

/** One trial of a type: its share, its cue, and its reward, filled where it comes and as large as it is. */
export function TimelineLane({
  type,
  share,
  paradigm: { cue, reward },
  x,
  from,
  to,
  middle,
}: {
  type: TrialType;
  share: string;
  paradigm: Paradigm;
  x: Across;
  from: number;
  to: number;
  middle: number;
}) {
  const magnitude = reward.pulses[0]?.amplitude ?? 1;
  const radius = Math.min(14, Math.max(2, 6 * Math.sqrt(magnitude)));
  return (
    <g>
      <text x={0} y={middle + 4} fontSize={12} fill="var(--ink)">
        {typeWords[type]}
        <tspan x={58} fill="var(--muted)">
          {share}
        </tspan>
      </text>
      <line x1={from} x2={to} y1={middle} y2={middle} stroke="var(--line-strong)" />
      {type !== "uncued" && (
        <rect
          x={x(cue.onset)}
          y={middle - 8}
          width={x(cue.offset) - x(cue.onset)}
          height={16}
          fill="var(--accent-wash)"
          stroke="var(--accent)"
        />
      )}
      <circle
        cx={x(reward.time)}
        cy={middle}
        r={radius}
        fill={type === "omission" ? "var(--paper)" : "var(--accent)"}
        stroke="var(--accent)"
        strokeDasharray={type === "omission" ? "2 2" : undefined}
      />
    </g>
  );
}

const steps = [50, 100, 200, 500, 1000, 2000, 5000];

export function TimelineAxis({ trialMs, x, y }: { trialMs: number; x: Across; y: number }) {
  const step = steps.find((one) => trialMs / one <= 10) ?? 5000;
  const ticks = Array.from({ length: Math.floor(trialMs / step) + 1 }, (_, index) => index * step);
  return (
    <g fontSize={12} fill="var(--muted)" stroke="none">
      <line x1={x(0)} x2={x(trialMs)} y1={y} y2={y} stroke="var(--line-strong)" />
      {ticks.map((ms) => (
        <g key={ms}>
          <line x1={x(ms)} x2={x(ms)} y1={y} y2={y + 4} stroke="var(--line-strong)" />
          <text x={x(ms)} y={y + 16} textAnchor="middle">
            {ms / 1000}
          </text>
        </g>
      ))}
      <text x={x(trialMs)} y={y + 32} textAnchor="end">
        time from trial start (s)
      </text>
    </g>
  );
}
