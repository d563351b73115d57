import { createHash } from "node:crypto";
import { subject } from "../../contracts/experiment";
import { parameterValues } from "../../contracts/model";
import { paradigmSpec } from "../../contracts/paradigm";
import { comparisonState } from "../../contracts/comparison";
import { dashboardDocument } from "../../contracts/dashboard";
import type { z } from "zod";
import { ArchiveProblem } from "../../formats/zip/read-zip";
import { hashOfModel } from "../models/service";
import { hashOfParadigm } from "../paradigms/service";
import { historyFrom, historyHash, runSpec, specHash } from "../runs/service";
import { checkPublications } from "./check-publications";
import type { Connection } from "./store";

const batch = 500;

/** Throws ArchiveProblem where a row does not have the content that its own hash names, or holds what no page can read. */
export async function checkHashes(on: Connection, labId: string): Promise<void> {
  const wrong = (what: string) =>
    new ArchiveProblem(`${what} does not have the content that its hash names.`);
  const each = async <Row extends object>(sql: string, check: (row: Row) => void) => {
    const cursor = "checked";
    await on.rows(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, [labId]);
    for (;;) {
      const rows = await on.rows<Row>(`FETCH ${batch} FROM ${cursor}`);
      if (rows.length === 0) break;
      for (const row of rows) check(row);
    }
    await on.rows(`CLOSE ${cursor}`);
  };
  const parsed = <Schema extends z.ZodType>(
    schema: Schema,
    value: unknown,
    what: string,
  ): z.infer<Schema> => {
    const result = schema.safeParse(value);
    if (!result.success)
      throw new ArchiveProblem(`${what} cannot be read: ${result.error.issues[0].message}`);
    return result.data;
  };

  await each<{ theory: string; role: string; parameters: unknown; hash: string; number: number }>(
    `SELECT theory, role, parameters, hash, number FROM "ModelVersion" WHERE "labId" = $1`,
    ({ theory, role, parameters, hash, number }) => {
      const values = parsed(parameterValues, parameters, `Version ${number} of a model`);
      if (hashOfModel({ theory, role, parameters: values }) !== hash)
        throw wrong(`Version ${number} of a model`);
    },
  );
  await each<{ spec: unknown; hash: string }>(
    `SELECT spec, hash FROM "ParadigmVersion" WHERE "labId" = $1`,
    ({ spec, hash }) => {
      if (hashOfParadigm(parsed(paradigmSpec, spec, "A paradigm")) !== hash) throw wrong("A paradigm");
    },
  );
  await each<Parameters<typeof historyFrom>[0] & { hash: string }>(
    `SELECT source, "trialTypes", stimulated, hash FROM "History" WHERE "labId" = $1`,
    (row) => {
      if (historyHash(historyFrom(row)) !== row.hash) throw wrong("A history of trials");
    },
  );
  await each<RunRow>(runsSql, (row) => {
    const { arm, repetition, seed, trials } = row;
    const model = { theory: row.theory, role: row.role, parameters: parameterValues.parse(row.parameters) };
    const spec = runSpec({
      ...{ arm, repetition, trials, model, seed: Number(seed), paradigm: paradigmSpec.parse(row.spec) },
      subject: parsed(subject, row.subject, "A run's subject"),
      ...(row.history ? { history: historyFrom(row.history) } : {}),
    });
    if (specHash(spec) !== row.specHash) throw wrong("The specification of a run");
  });
  const [result] = await on.rows(
    `SELECT 1 FROM "RunResult" t WHERE EXISTS (SELECT 1 FROM "Run" r WHERE r."resultId" = t.id AND r."labId" = $1)
     AND encode(sha256(t.training || t.probes || t.licks || t.traces || coalesce(t."trainingTraces", ''::bytea)), 'hex') <> t.hash LIMIT 1`,
    [labId],
  );
  if (result) throw wrong("The result of a run");
  const [open] = await on.rows(
    `SELECT 1 FROM "Run" WHERE "labId" = $1 AND status NOT IN ('done', 'failed', 'cancelled') LIMIT 1`,
    [labId],
  );
  if (open) throw new ArchiveProblem("It holds a run that is still to be computed.");
  await checkPublications(on, labId);
  for (const { id, sha256 } of await on.rows<{ id: string; sha256: string }>(
    `SELECT id, sha256 FROM "Upload" u WHERE u."labId" = $1 AND EXISTS (SELECT 1 FROM "DatasetVersion" v WHERE v."uploadId" = u.id)`,
    [labId],
  )) {
    const hash = createHash("sha256");
    for (let index = 0; ; index += 1) {
      const [chunk] = await on.rows<{ bytes: Buffer }>(
        `SELECT bytes FROM "UploadChunk" WHERE "uploadId" = $1 AND index = $2`,
        [id, index],
      );
      if (!chunk) break;
      hash.update(chunk.bytes);
    }
    if (hash.digest("hex") !== sha256) throw wrong("An uploaded file");
  }
  await each<{ state: unknown }>(
    `SELECT state FROM "Comparison" WHERE "labId" = $1`,
    ({ state }) => void parsed(comparisonState, state, "A comparison"),
  );
  await each<{ document: unknown }>(
    `SELECT document FROM "DashboardVersion" WHERE "labId" = $1 UNION ALL SELECT draft FROM "Dashboard" WHERE "labId" = $1`,
    ({ document }) => void parsed(dashboardDocument, document, "A dashboard"),
  );
}

interface RunRow {
  readonly theory: string;
  readonly role: string;
  readonly parameters: unknown;
  readonly spec: unknown;
  readonly arm: string;
  readonly subject: unknown;
  readonly repetition: number;
  readonly seed: string | number;
  readonly trials: number;
  readonly specHash: string;
  readonly history: Parameters<typeof historyFrom>[0] | null;
}
const runsSql = `SELECT m.theory, m.role, m.parameters, p.spec, r.arm, r.subject, r.repetition, r.seed, r.trials, r."specHash",
  CASE WHEN h.id IS NOT NULL THEN json_build_object('source', h.source, 'trialTypes', h."trialTypes", 'stimulated', h.stimulated) END AS history
  FROM "Run" r JOIN "ModelVersion" m ON m.id = r."modelVersionId" JOIN "ParadigmVersion" p ON p.id = r."paradigmVersionId"
  LEFT JOIN "History" h ON h.id = r."historyId" WHERE r."labId" = $1`;
