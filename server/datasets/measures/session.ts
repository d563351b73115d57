import type { z } from "zod";
import type { DatasetVersion } from "../../../contracts/dataset";
import type { SessionFigures, sessionInput } from "../../../contracts/session";
import { trialMeasures } from "../../../engine/measures/registry";
import type { Trial } from "../../../engine/measures/trial";
import type { Reader } from "../../access/grant";
import { notFound } from "../../errors";
import { sessionData } from "../read/session";
import { listSessions, listSignals, type SignalRecord } from "../store";
import { signalsByTrial, type TrialSignals, trialsOf, whyNone } from "./trials";

export type SessionWanted = Omit<z.infer<typeof sessionInput>, "lab" | "versionId">;

/** Everything of one session that its page draws. Throws not-found for a subject, session or signal that is not there. */
export async function sessionFigures(
  grant: Reader,
  version: DatasetVersion,
  { subject, session, signal: asked, windows: own }: SessionWanted,
): Promise<SessionFigures> {
  const data = await sessionData(grant, { versionId: version.id, subject, session });
  if (!data) throw notFound("session", `${subject}, ${session}`);
  const sessions = (await listSessions(grant, version.id)).filter((one) => one.subject === subject);
  const here = sessions.find(({ index }) => index === session)?.signals ?? [];
  const signals = (await listSignals(grant, version.id)).filter(({ name }) => here.includes(name));
  if (asked !== null && !here.includes(asked)) throw notFound("signal", asked);
  const chosen = signals.find(({ name }) => name === asked) ?? signals[0] ?? null;
  const byTrial: TrialSignals = chosen
    ? await signalsByTrial(grant, data, chosen, version.timing)
    : new Map();
  const recorded = trialsOf(data, version.timing);
  const trials = recorded.map(({ index, trial }): Trial | null =>
    trial ? { ...trial, signal: byTrial.get(index) ?? null } : null,
  );
  const hasLicks = data.events.some(({ meaning }) => meaning === "lick");
  return {
    dataset: {
      ...{ id: version.datasetId, name: version.name, version: version.number },
      ...{ replicate: version.replicate, simulated: version.simulated },
    },
    ...{ subject, group: data.group, timing: version.timing },
    session: { index: data.index, name: data.name, date: data.date },
    sessions: sessions.map(({ index, session: name }) => ({ index, name })),
    trials: data.trials.map(({ index, type, stimulated, excluded }, at) => ({
      ...{ index, type, stimulated, excluded, kind: recorded[at].trial?.type ?? null },
    })),
    licks: hasLicks ? recorded.map(({ trial }) => Array.from(trial?.licks ?? [])) : null,
    signals: signals.map(({ name }) => name),
    signal: chosen && packed(chosen, data.trials, byTrial),
    measures: trialMeasures
      .filter(({ reads }) => reads === "licks" || chosen !== null)
      .map((measure) => {
        const windows = own[measure.key] ?? measure.windows;
        const values = trials.map((trial) => (trial ? measure.compute(trial, windows) : NaN));
        const given = values.some((value) => !Number.isNaN(value));
        const { key, title, meaning } = measure;
        return {
          ...{ key, title, meaning, windows, words: measure.words(windows, null) },
          unit: measure.unit ?? chosen?.unit ?? "",
          values: values.map((value) => (Number.isNaN(value) ? null : value)),
          reason: given ? null : (whyNone(measure, trials, windows) ?? "None of its trials gives a value."),
        };
      }),
  };
}

function packed(
  { name, region, sensor, unit, alignment, processing }: SignalRecord,
  trials: readonly { readonly index: number }[],
  byTrial: TrialSignals,
): SessionFigures["signal"] {
  const first = byTrial.values().next().value;
  if (!first) return null;
  const width = first.samples.length;
  const all = new Float32Array(trials.length * width).fill(NaN);
  trials.forEach(({ index }, row) => {
    const own = byTrial.get(index);
    if (own) all.set(own.samples, row * width);
  });
  return {
    ...{ name, region, sensor, unit, alignment, processing, t0: first.t0, dt: first.dt, width },
    samples: Buffer.from(all.buffer).toString("base64"),
  };
}
