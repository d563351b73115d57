import type { InLab } from "../../access/grant";
import { audit } from "../../audit/service";
import { db } from "../../db";
import { publish } from "../../jobs/live";
import { append, findHead } from "../../revisions/service";

export interface NewNotes {
  readonly basedOn: number;
  readonly text: string | null;
  readonly aside: string | null;
}

/** False when somebody wrote after `basedOn`; nothing is written then. */
export const insertNotes = (
  grant: InLab,
  { id, name }: { readonly id: string; readonly name: string },
  { basedOn, text, aside }: NewNotes,
): Promise<boolean> =>
  db().$transaction(async (tx) => {
    const object = { kind: "model" as const, id };
    // one writes after the other
    await tx.$queryRaw`SELECT 1 FROM "Model" WHERE id = ${id} AND "labId" = ${grant.labId} FOR UPDATE`;
    const head = await findHead(grant, object, tx);
    if (text !== null && (head?.number ?? 0) !== basedOn) return false;
    await append(grant, tx, object, [
      ...(aside === null ? [] : [{ content: { text: aside }, aside: true }]),
      ...(text === null ? [] : [{ content: { text }, aside: false }]),
    ]);
    await audit(tx, grant, "model.notes", { ...object, name }, { aside: text === null });
    await publish(tx, grant.labId, { kind: "revision", object });
    return true;
  });
