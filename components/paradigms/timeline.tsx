import { type Paradigm, trialTypes } from "@/engine/paradigms/paradigm";
import { TimelineAxis, TimelineLane } from "./timeline-parts";
import { trainingWords, typeWords } from "./training-words";

const left = 128;
const right = 8;
const width = 720;
const lane = 32;
const seconds = (ms: number) => `${Number((ms / 1000).toFixed(3))} s`;
const percent = (share: number) => `${Number((100 * share).toFixed(2))} %`;

/** A trial of each type on one time axis: cue, trace, reward; below, what is trained and what is probed. */
export function Timeline({ paradigm }: { paradigm: Paradigm }) {
  const { cue, reward, trialMs, probes, trainingType, mix, trials } = paradigm;
  const trained = trialTypes.filter((type) => (mix ? mix[type] > 0 : type === trainingType));
  const types = [
    ...trained,
    ...trialTypes.filter((type) => probes.types.includes(type) && !trained.includes(type)),
  ];
  const x = (ms: number) => left + ((width - left - right) * ms) / trialMs;
  const top = 24;
  const bottom = top + types.length * lane;
  const magnitude = reward.pulses[0]?.amplitude ?? 1;
  const trace = reward.time - cue.offset;
  const said =
    `Cue from ${seconds(cue.onset)} to ${seconds(cue.offset)}, ${trace > 0 ? `trace of ${seconds(trace)}, ` : ""}` +
    `reward${magnitude === 1 ? "" : ` of magnitude ${magnitude}`} at ${seconds(reward.time)}, in a trial of ${seconds(trialMs)}.`;
  return (
    <figure className="flex flex-col gap-2">
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Timeline of a trial">
        <svg
          viewBox={`0 0 ${width} ${bottom + 40}`}
          className="w-full max-w-4xl min-w-xl"
          role="img"
          aria-label={said}
        >
          <Events x={x} paradigm={paradigm} />
          {types.map((type, index) => (
            <TimelineLane
              key={type}
              type={type}
              share={trained.includes(type) ? percent(mix ? mix[type] : 1) : "probe only"}
              paradigm={paradigm}
              x={x}
              from={left}
              to={width - right}
              middle={top + index * lane + lane / 2}
            />
          ))}
          <TimelineAxis trialMs={trialMs} x={x} y={bottom + 4} />
        </svg>
      </div>
      <figcaption className="max-w-prose text-muted">
        {said} {trials} training {trials === 1 ? "trial" : "trials"}, {trainingWords(paradigm)}. After trial 1
        and every {probes.every} trials the unperturbed responses are probed (
        {probes.types.map((type) => typeWords[type]).join(", ")}), each as the mean of {probes.repetitions}{" "}
        repetitions of licking; probes change nothing.
      </figcaption>
    </figure>
  );
}

const gap = 44;

/** The words above the lanes, each where its event is, but never over each other. */
function Events({ x, paradigm: { cue, reward } }: { x: (ms: number) => number; paradigm: Paradigm }) {
  const [cueAt, offAt, rewardAt] = [(x(cue.onset) + x(cue.offset)) / 2, x(cue.offset), x(reward.time)];
  const apart = Math.max(rewardAt, cueAt + gap);
  const traceAt = (offAt + rewardAt) / 2;
  return (
    <g fontSize={12} fill="var(--muted)">
      <text x={cueAt} y={14} textAnchor="middle">
        cue
      </text>
      {traceAt - cueAt > gap && apart - traceAt > gap && (
        <text x={traceAt} y={14} textAnchor="middle">
          trace
        </text>
      )}
      <text x={Math.min(apart, width - 24)} y={14} textAnchor="middle">
        reward
      </text>
    </g>
  );
}
