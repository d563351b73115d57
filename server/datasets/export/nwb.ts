import type { SessionToWrite } from "../../../formats/write/nwb";
import type { Reader } from "../../access/grant";
import { samplesOf, type SampleBlock, sessionData } from "../read/session";
import type { Exported, ExportedSession } from "./sessions";

/** A session as an NWB file holds it: one session is in memory at a time. */
export async function sessionToWrite(
  grant: Reader,
  { version, signals }: Exported,
  { subject, group, sex, genotype, index, name, date, signals: own }: ExportedSession,
): Promise<SessionToWrite> {
  const data = await sessionData(grant, { versionId: version.id, subject, session: index });
  if (!data) throw new Error(`Session ${index} of ${subject} is gone.`);
  const declared = new Map(version.measures.map((measure) => [measure.name, measure]));
  return {
    identifier: `phasic:${version.contentHash}:${subject}:${index}`,
    made: (version.importedAt ?? version.createdAt).toISOString(),
    keywords: ["dopamine", ...(version.task ? [version.task] : [])],
    ...{ recorded: !version.simulated, simulation: null },
    source: {
      ...{ format: version.format, title: `${version.name} v${version.number}` },
      ...{ licence: version.licence, citation: version.citation, doi: version.doi },
      origin: version.source || null,
    },
    study: { task: version.task || null, replicate: version.replicate },
    subject: { id: subject, group, sex, genotype },
    session: { index, name, date },
    timing: version.timing,
    trials: data.trials,
    measures: data.values.map(({ measure, trials, values }) => ({
      ...{ id: measure, trials, values, ...about(declared.get(measure)!) },
    })),
    events: data.events,
    signals: await Promise.all(
      signals
        .filter((signal) => own.includes(signal.name))
        .map(async ({ name: id, ...signal }) => ({ ...signal, id, ...(await whole(grant, data.id, id)) })),
    ),
    remarks: version.remarks,
  };
}

const about = ({ unit, window, processing }: Exported["version"]["measures"][number]) => ({
  ...{ unit, window, processing },
});

/** Blocks of a signal, joined. */
async function whole(grant: Reader, sessionId: string, signal: string) {
  const blocks: SampleBlock[] = [];
  for await (const block of samplesOf(grant, sessionId, signal)) blocks.push(block);
  const samples = new Float32Array(blocks.reduce((sum, block) => sum + block.samples.length, 0));
  const isTimed = blocks.some(({ timestamps }) => timestamps !== null);
  const timestamps = isTimed ? new Float64Array(samples.length).fill(NaN) : null;
  let at = 0;
  for (const block of blocks) {
    samples.set(block.samples, at);
    if (block.timestamps) timestamps?.set(block.timestamps, at);
    at += block.samples.length;
  }
  const isCut = blocks.some(({ trials }) => trials !== null);
  return { trials: isCut ? blocks.flatMap(({ trials }) => trials ?? []) : null, samples, timestamps };
}
