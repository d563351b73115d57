import type { RunDetail } from "../../../contracts/run";
import { nwbOf, type SessionToWrite } from "../../../formats/write/nwb";
import { type Entry, fileName, zipOf } from "../../archive/service";
import type { RunToWrite } from "./about-run";
import { probeSession } from "./probe-session";
import { trainingSession } from "./training-session";

export interface Export {
  readonly fileName: string;
  readonly bytes: ReadableStream<Uint8Array>;
}

/** A finished run by its name, and its numbers when their turn comes: one run is in memory at a time. */
export interface RunToExport {
  readonly name: string;
  readonly read: () => Promise<RunToWrite>;
}

/**
 * Finished runs as an archive of NWB files, two for each: its training trials, and its probes.
 *
 * @param missing runs that are not in it, and why; for a person.
 */
export function exportRuns(
  title: string,
  runs: readonly RunToExport[],
  missing: readonly string[],
  made: Date,
): Export {
  const readMe = text("README.txt", async () => about(title, runs.length, missing));
  return { fileName: `${fileName(title)}-nwb.zip`, bytes: zipOf([readMe, ...entriesOf(runs)], made) };
}

/** A folder for each run. @param within a folder to put them in, ending in "/". */
export function entriesOf(runs: readonly RunToExport[], within = ""): Entry[] {
  const digits = String(runs.length).length;
  return runs.flatMap(({ name, read }, at): Entry[] => {
    const folder = `${within}${String(at + 1).padStart(digits, "0")}-${fileName(name).slice(0, 80)}`;
    return [
      text(`${folder}/run.json`, async () => JSON.stringify(madeOf((await read()).run), null, 2) + "\n"),
      nwb(`${folder}/training.nwb`, async () => trainingSession(await read())),
      nwb(`${folder}/probes.nwb`, async () => probeSession(await read())),
    ];
  });
}

const text = (name: string, content: () => Promise<string>): Entry => ({
  name,
  bytes: async function* () {
    yield await content();
  },
  compress: true,
});

const nwb = (name: string, session: () => Promise<SessionToWrite>): Entry => ({
  name,
  bytes: async function* () {
    yield await nwbOf(await session());
  },
  compress: true,
});

/** Everything that determines the numbers. */
function madeOf(run: RunDetail) {
  const { model, paradigm, arm, subject, subjectKey, repetition, seed, history } = run;
  const { theory, role, parameters } = model;
  return {
    simulated: true,
    ...{ model: `${model.modelName} v${model.number}`, theory, role, parameters },
    ...{
      paradigm: paradigm.spec,
      arm: arm.key,
      subject,
      subjectKey,
      repetition,
      seed,
      trials: run.trials,
      history,
    },
    ...{ engineVersion: run.engineVersion, specHash: run.specHash, resultHash: run.resultHash },
    command: run.command,
  };
}

const about = (title: string, runs: number, missing: readonly string[]): string =>
  [
    title,
    "",
    "SIMULATED: made by a computer, not recorded from animals. Every file says so too.",
    `${runs} finished run${runs === 1 ? "" : "s"}, each a folder with`,
    "  training.nwb  its training trials: licks, measures, and dopamine as means over ten trials of one type",
    "  probes.nwb    its probes: traces, and measures of each probe block; nothing is learned in them",
    "  run.json      model, parameters, task, seed, engine version, and the command that makes it again",
    "",
    "Times are in seconds from the start of each trial. NWB 2.7; Phasic reads the files back to equal values.",
    ...(missing.length > 0 ? ["", "Not in here:", ...missing.map((one) => `  ${one}`)] : []),
    "",
  ].join("\n");
