import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, db } from "../server/db";
import { launchExperiment, getExperiment } from "../server/experiments/service";
import { sendMail } from "../server/mail/service";
import { startSmtpSink, type SmtpSink } from "../server/mail/testing/smtp-sink";
import { scenario } from "./testing/scenario";
import { until } from "./testing/until";
import { startWorker, type WorkerProcess } from "./testing/worker-process";

let sink: SmtpSink;
let worker: WorkerProcess;
beforeAll(async () => {
  sink = await startSmtpSink();
  process.env.PHASIC_SMTP_URL = sink.url;
  process.env.PHASIC_MAIL_FROM = "phasic@example.org";
  worker = await startWorker();
});
afterAll(async () => {
  await worker.end("SIGKILL");
  await sink.stop();
  await closeDb();
});

it("sends a letter while its only thread simulates", async () => {
  const { grant, wanted } = await scenario("busy");
  const { id } = await launchExperiment(grant, wanted({ trials: 8000 }));
  const [cell] = (await getExperiment(grant, id)).cells;
  const run = () => db().run.findUniqueOrThrow({ where: { id: cell.id } });
  await until("the run to begin", async () => (await run()).status === "running");
  await sendMail({ to: "ada@example.org", subject: "While it simulates", text: "It does." });
  await until("the letter", async () => sink.mails.length > 0);
  expect((await run()).status).toBe("running");
  expect(sink.mails[0].headers.subject).toBe("While it simulates");
  await until("its row to go", async () => (await db().mail.count()) === 0);
});
