import { type Paradigm, trialTypes } from "@/engine/paradigms/paradigm";
import { trainingWords, typeWords } from "./training-words";

const left = 88;
const right = 8;
const width = 720;
const lane = 32;
const seconds = (ms: number) => `${Number((ms / 1000).toFixed(3))} s`;

/** A trial of each type on one time axis: cue, trace, reward; below, what is trained and what is probed. */
export function Timeline({ paradigm }: { paradigm: Paradigm }) {
  const { cue, reward, trialMs, probes, trainingType, mix, trials } = paradigm;
  const trained = trialTypes.filter((type) => (mix ? mix[type] > 0 : type === trainingType));
  const types = [...trained, ...probes.types.filter((type) => !trained.includes(type))];
  const x = (ms: number) => left + ((width - left - right) * ms) / trialMs;
  const top = 24;
  const bottom = top + types.length * lane;
  const ticks = Array.from({ length: Math.floor(trialMs / 500) + 1 }, (_, index) => index * 500);
  const said =
    `Cue from ${seconds(cue.onset)} to ${seconds(cue.offset)}, trace of ${seconds(reward.time - cue.offset)}, ` +
    `reward at ${seconds(reward.time)}, in a trial of ${seconds(trialMs)}.`;
  return (
    <figure className="flex flex-col gap-2">
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Timeline of a trial">
        <svg
          viewBox={`0 0 ${width} ${bottom + 40}`}
          className="w-full min-w-xl max-w-4xl"
          role="img"
          aria-label={said}
        >
          <g fontSize={12} fill="var(--muted)">
            <text x={(x(cue.onset) + x(cue.offset)) / 2} y={14} textAnchor="middle">
              cue
            </text>
            <text x={(x(cue.offset) + x(reward.time)) / 2} y={14} textAnchor="middle">
              trace
            </text>
            <text x={x(reward.time)} y={14} textAnchor="middle">
              reward
            </text>
          </g>
          {types.map((type, index) => {
            const y = top + index * lane;
            const middle = y + lane / 2;
            return (
              <g key={type}>
                <text x={0} y={middle + 4} fontSize={12} fill="var(--ink)">
                  {typeWords[type]}
                </text>
                <line x1={left} x2={width - right} y1={middle} y2={middle} stroke="var(--line-strong)" />
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
                {type !== "omission" ? (
                  <circle cx={x(reward.time)} cy={middle} r={6} fill="var(--accent)" />
                ) : (
                  <circle
                    cx={x(reward.time)}
                    cy={middle}
                    r={6}
                    fill="var(--paper)"
                    stroke="var(--accent)"
                    strokeDasharray="2 2"
                  />
                )}
              </g>
            );
          })}
          <g fontSize={12} fill="var(--muted)" stroke="none">
            <line x1={left} x2={width - right} y1={bottom + 4} y2={bottom + 4} stroke="var(--line-strong)" />
            {ticks.map((ms) => (
              <g key={ms}>
                <line x1={x(ms)} x2={x(ms)} y1={bottom + 4} y2={bottom + 8} stroke="var(--line-strong)" />
                <text x={x(ms)} y={bottom + 20} textAnchor="middle">
                  {ms / 1000}
                </text>
              </g>
            ))}
            <text x={width - right} y={bottom + 36} textAnchor="end">
              time from trial start (s)
            </text>
          </g>
        </svg>
      </div>
      <figcaption className="max-w-prose text-muted">
        {said} {trials} training trials, {trainingWords(paradigm)}. After trial 1 and every {probes.every}{" "}
        trials the unperturbed responses are probed ({probes.types.map((type) => typeWords[type]).join(", ")}
        ), each as the mean of {probes.repetitions} repetitions of licking; probes change nothing.
      </figcaption>
    </figure>
  );
}
