import type pg from "pg";
import type { RecordingPart } from "../../../../contracts/recording";
import type { SystemLabGrant } from "../../../access/grant";
import { bytes } from "../../../db";
import { jsonText } from "../../../json-text";
import { liveChannel } from "../../../jobs/live";
import type { ImportTask } from "../store";
import { Inserts } from "./inserts";
import { PartRows } from "./part-rows";

/** What is known of a version when all its parts are stored. */
interface Finished {
  readonly format: string;
  readonly assumed: unknown;
  readonly timing: unknown;
  readonly remarks: readonly string[];
  readonly task: string;
  readonly replicate: string;
}

/** A transaction whose worker was stopped in mid-air is ended after this; a living one says so in between. */
const silenceMs = 60_000;
const ignore = () => {};

/**
 * Writes a recording part by part in one transaction: until `finish` nobody sees any of it, and whatever ends this process
 * ends it without a trace. Of two that write the same version, the second waits for the first.
 */
class RecordingWriter {
  private readonly rows: PartRows;
  private readonly alive: NodeJS.Timeout;

  private constructor(
    private readonly client: pg.PoolClient,
    private readonly labId: string,
    private readonly task: Pick<ImportTask, "id" | "datasetId">,
  ) {
    this.rows = new PartRows(new Inserts((sql, values) => client.query(sql, values)), task.id);
    client.on("error", ignore); // the next query says so
    this.alive = setInterval(() => void client.query("SELECT 1").catch(() => {}), silenceMs / 4);
  }

  static async open(
    { labId }: SystemLabGrant,
    task: Pick<ImportTask, "id" | "datasetId">,
  ): Promise<RecordingWriter | null> {
    const client = await bytes().connect();
    const writer = new RecordingWriter(client, labId, task);
    try {
      await client.query("BEGIN");
      await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${silenceMs}`);
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`import ${task.id}`]);
      const { rows } = await client.query<{ status: string }>(
        `SELECT status::text FROM "DatasetVersion" WHERE id = $1 AND "labId" = $2`,
        [task.id, labId],
      );
      if (rows[0]?.status === "importing") return writer;
    } catch (error) {
      await writer.discard();
      throw error;
    }
    await writer.discard();
    return null;
  }

  add(part: RecordingPart): Promise<void> {
    return this.rows.add(part);
  }

  /** Makes all of it visible at once. False when the import was cancelled meanwhile: then nothing is there. */
  async finish(of: Finished): Promise<boolean> {
    const counts = await this.rows.end();
    const { rowCount } = await this.client.query(
      `UPDATE "DatasetVersion"
       SET status = 'imported', problem = NULL, "importedAt" = now(), format = $3, assumed = $4, timing = $5, remarks = $6,
         summary = $7, task = $8, replicate = $9
       WHERE id = $1 AND "labId" = $2 AND status = 'importing' AND NOT "cancelRequested"`,
      [
        ...[this.task.id, this.labId, of.format, jsonText(of.assumed), of.timing && jsonText(of.timing)],
        ...[of.remarks, jsonText(counts), of.task, of.replicate],
      ],
    );
    if (!rowCount) return false;
    const { id: version, datasetId: dataset } = this.task;
    const event = { kind: "dataset", dataset, version, status: "imported" };
    await this.client.query("SELECT pg_notify($1, $2)", [
      liveChannel,
      JSON.stringify({ labId: this.labId, event }),
    ]);
    await this.client.query("COMMIT");
    this.release();
    return true;
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    let broken: Error | undefined;
    await this.client.query("ROLLBACK").catch((error: Error) => (broken = error));
    this.release(broken);
  }

  private release(broken?: Error): void {
    clearInterval(this.alive);
    this.client.off("error", ignore);
    this.client.release(broken);
  }
}

export type { RecordingWriter };
/** Null when the version has gone, is imported already, or is no longer wanted. */
export const openWriter = (
  grant: SystemLabGrant,
  task: Pick<ImportTask, "id" | "datasetId">,
): Promise<RecordingWriter | null> => RecordingWriter.open(grant, task);
