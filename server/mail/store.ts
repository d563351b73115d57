import type { Prisma } from "../../prisma/generated/client";
import type { SystemGrant } from "../access/grant";
import { db } from "../db";
import { enqueue } from "../jobs/enqueue";

export interface MailRow {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export type Tx = Prisma.TransactionClient;
type NewMail = Pick<MailRow, "to" | "subject" | "text" | "expiresAt"> & { readonly labId?: string };

/** Before all runs. */
const priority = -100;

/** Writes a letter down and queues its sending, both or neither. */
export const insertMail = (grant: SystemGrant, mail: NewMail): Promise<void> =>
  db().$transaction((tx) => insertMailIn(grant, tx, mail));

export async function insertMailIn(_grant: SystemGrant, tx: Tx, mail: NewMail): Promise<void> {
  const { id } = await tx.mail.create({ data: mail, select: { id: true } });
  await enqueue(tx, [{ name: "send-mail", payload: { mailId: id }, key: `mail:${id}`, priority }]);
}

/** Null when it was sent or dropped already. */
export const findMail = (_grant: SystemGrant, id: string): Promise<MailRow | null> =>
  db().mail.findUnique({ where: { id } });

export async function deleteMail(_grant: SystemGrant, id: string): Promise<void> {
  await db().mail.deleteMany({ where: { id } });
}

export async function deleteMailTo(_grant: SystemGrant, to: string): Promise<void> {
  await db().mail.deleteMany({ where: { to } });
}

/** @returns how many were never sent. */
export async function deleteExpired(_grant: SystemGrant): Promise<number> {
  const { count } = await db().mail.deleteMany({ where: { expiresAt: { lt: new Date() } } });
  return count;
}
