import type { ComparisonPanel } from "../../../contracts/comparison";
import { recordingAxis } from "./axes";
import type { Group, RecordedSignal, RecordingGroup } from "./group";
import { groupSeries } from "./series";

interface Stand {
  readonly group: RecordingGroup;
  readonly signal: RecordedSignal;
}

/** Recordings stand in panels of their own alignment; only equal task, alignment, signal, unit and samples share one. */
export function recordingPanels(groups: readonly Group[]): ComparisonPanel[] {
  const panels = new Map<string, Stand[]>();
  for (const group of groups) {
    if (group.kind === "simulation") continue;
    for (const signal of group.signals) {
      const { name, unit, samplingRateHz, t0Seconds, samples } = signal;
      const { key } = recordingAxis(group, signal);
      const panel = `trace:${name}:${unit}:${samples} from ${t0Seconds} s at ${samplingRateHz} Hz@${key}`;
      panels.set(panel, [...(panels.get(panel) ?? []), { group, signal }]);
    }
  }
  return [...panels].map(([key, stands]) => recordingPanel(key, stands));
}

function recordingPanel(key: string, stands: readonly Stand[]): ComparisonPanel {
  const [{ group, signal }] = stands;
  const { name, region, sensor, unit, samplingRateHz, t0Seconds, samples, alignment, processing } = signal;
  const place = [region, sensor].filter(Boolean).join(", ");
  return {
    key,
    kind: "trace",
    measure: name,
    title: `${name}${place ? ` (${place})` : ""}, ${group.task}`,
    unit,
    source: `recording at ${samplingRateHz} Hz${processing ? `, ${processing}` : ""}; mean over the trials of each subject, then over subjects`,
    window: "every trial that is not excluded",
    zeroLine: true,
    axis: recordingAxis(group, signal),
    x: sampleTimes(t0Seconds, samplingRateHz, samples),
    blocks: null,
    events: [{ at: 0, label: alignment }],
    facet: null,
    series: stands.map((stand) =>
      groupSeries(
        stand.group.key,
        stand.group.subjects.flatMap((subject) => {
          const values = subject.means.get(stand.signal.name);
          return values ? [{ subject: subject.name, values }] : [];
        }),
        samples,
        { bootstrap: "analytic" },
      ),
    ),
    notApplicable: [],
  };
}

/** Times of samples relative to the event they are aligned to, in seconds. */
export const sampleTimes = (t0Seconds: number, samplingRateHz: number, samples: number): number[] =>
  Array.from({ length: samples }, (_, i) => t0Seconds + i / samplingRateHz);
