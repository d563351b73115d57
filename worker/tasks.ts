import { parseCronItems, type TaskList } from "graphile-worker";
import { jobPayloads } from "../contracts/jobs";
import { answerReset } from "./answer-reset";
import { deleteDue } from "./delete-due";
import { importDataset } from "./import-dataset";
import { inspectUpload } from "./inspect-upload";
import { labArchive } from "./lab-archive";
import { computeRun, type RunWorker } from "./run";
import { sendDueDigests } from "./send-digests";
import { sendMail } from "./send-mail";

/** Every job there is, with its handler. A handler may be killed at any instruction and run again. */
export const tasks = (worker: RunWorker): TaskList => ({
  run: (payload) => computeRun(jobPayloads.run.parse(payload), worker),
});

/** Jobs that read files, each in a process of its own: taken beside the others too, and never many at a time. */
export const readings = (): TaskList => ({
  "import-dataset": (payload, { job }) => importDataset(jobPayloads["import-dataset"].parse(payload), job),
  "lab-archive": (payload, { job }) => labArchive(jobPayloads["lab-archive"].parse(payload), job),
  "inspect-upload": (payload, { job }) => inspectUpload(jobPayloads["inspect-upload"].parse(payload), job),
});

/** Jobs of moments, which somebody waits for: taken beside the others, so that they never wait for a simulation to end. */
export const errands = (): TaskList => ({
  "answer-reset": (payload) => answerReset(jobPayloads["answer-reset"].parse(payload)),
  "send-digests": () => sendDueDigests(),
  "send-mail": (payload) => sendMail(jobPayloads["send-mail"].parse(payload)),
  "delete-due": () => deleteDue(),
});

/** Jobs that come by the clock. One queue: they never run beside themselves. */
export const timetable = parseCronItems([
  {
    task: "delete-due",
    match: "17 * * * *",
    options: {
      backfillPeriod: 60 * 60 * 1000,
      maxAttempts: 8,
      queueName: "delete-due",
      jobKey: "delete-due",
    },
  },
  // every quarter: time zones begin at quarters
  {
    task: "send-digests",
    match: "*/15 * * * *",
    options: {
      backfillPeriod: 0,
      maxAttempts: 3,
      queueName: "send-digests",
      jobKey: "send-digests",
    },
  },
]);
