import type { ComparisonPanel } from "../../../contracts/comparison";
import type { SignalDeclaration } from "../../../engine/declaration";
import type { TrialType } from "../../../engine/paradigms/paradigm";
import { trialTimeAxis } from "./axes";
import type { Group, SimulationGroup } from "./group";
import { ownUnits } from "./own-units";
import { type Period, periodsOf, runTrace } from "./periods";
import { type Remember, rememberNothing, signatureOf } from "./remember";
import { groupSeries } from "./series";
import { perSubject, subjectCurves, type SubjectCurves } from "./subjects";

/** The signal whose mean traces the comparison shows. */
const shown = "dopamine";
const typeTitles: Record<TrialType, string> = { cued: "cued", uncued: "uncued", omission: "omitted" };
const typeOrder: readonly TrialType[] = ["cued", "uncued", "omission"];

/** One mean trace panel before its series: which groups stand in it, and what each averages. */
export interface TracePlan {
  readonly key: string;
  readonly signal: SignalDeclaration;
  readonly type: TrialType;
  readonly period: Period;
  readonly groups: readonly SimulationGroup[];
  readonly binMs: number;
  readonly bins: number;
  readonly notApplicable: ComparisonPanel["notApplicable"];
}

/** Panels by period, then by type of trial. Other task, unit, period or bin width: another panel. */
export function tracePlans(groups: readonly Group[]): TracePlan[] {
  const plans = new Map<string, TracePlan>();
  const refused: ComparisonPanel["notApplicable"] = [];
  for (const group of groups) {
    if (group.kind === "recording") continue;
    const signal = group.theory.signals.find(({ key, per }) => key === shown && per === "millisecond");
    if (!signal || group.refused) {
      const reason = group.refused ?? `${group.theory.title} has no signal "${shown}".`;
      refused.push({ group: group.key, reason });
      continue;
    }
    const binMs = group.runs.find(({ numbers }) => numbers && numbers.binMs > 0)?.numbers?.binMs ?? 10;
    for (const period of periodsOf(group.trials))
      for (const type of typeOrder) {
        if (!group.paradigm.probes.types.includes(type)) continue;
        const axis = trialTimeAxis(group.paradigm);
        const key = `trace:${shown}:${type}:${period.name} ${period.from}-${period.to}:${signal.unit}:${binMs} ms@${axis.key}`;
        const plan = plans.get(key);
        plans.set(key, {
          ...{ key, signal, type, period, binMs, notApplicable: refused },
          bins: Math.ceil(group.paradigm.trialMs / binMs),
          groups: [...(plan?.groups ?? []), group],
        });
      }
  }
  return [...plans.values()];
}

export const traceCurves = ({ type, period, binMs }: TracePlan, group: SimulationGroup): SubjectCurves =>
  subjectCurves(group, ({ numbers }) =>
    numbers.binMs === binMs ? runTrace(numbers.blockTraces, shown, type, period) : null,
  );

export function tracePanel(plan: TracePlan, remember: Remember = rememberNothing): ComparisonPanel {
  const { key, signal, type, period, groups, bins, binMs } = plan;
  const { paradigm } = groups[0];
  const events = [
    ...(type === "uncued" ? [] : [{ at: paradigm.cue.onset, label: "cue" }]),
    { at: paradigm.reward.time, label: type === "omission" ? "no reward" : "reward" },
  ];
  return {
    key,
    kind: "trace",
    measure: signal.key,
    title: `${signal.title}, ${typeTitles[type]}, ${period.name}`,
    unit: signal.unit,
    source: `${typeTitles[type]} probes, mean of the probe blocks of the period, means over ${binMs} ms${ownUnits(signal.unit, groups)}`,
    window: `probe blocks after trials ${period.from} to ${period.to}${period.from === 1 ? ", without the one after trial 1" : ""}`,
    zeroLine: true,
    axis: trialTimeAxis(paradigm),
    x: tracePanelX(plan),
    blocks: null,
    events,
    facet: { period: period.name, type: typeTitles[type] },
    series: groups.map((group) =>
      remember(`${key} ${signatureOf(group)}`, () =>
        groupSeries(group.key, perSubject(traceCurves(plan, group)), bins, {
          individuals: false,
          bootstrap: "analytic",
        }),
      ),
    ),
    notApplicable: plan.notApplicable,
  };
}

/** Middles of the bins, in ms from trial start; a last bin that the trial cuts short, the middle of what it has. */
export const tracePanelX = ({ bins, binMs, groups }: TracePlan): number[] =>
  Array.from(
    { length: bins },
    (_, i) => (i * binMs + Math.min((i + 1) * binMs, groups[0].paradigm.trialMs)) / 2,
  );
