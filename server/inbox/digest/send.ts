import type { DigestRate } from "../../../contracts/preferences";
import { systemGrant, userGrant } from "../../access/grant";
import { env } from "../../env";
import { installQueue } from "../../jobs/install";
import { canSendMail } from "../../mail/service";
import { findItems } from "../store";
import { viewItems } from "../view";
import { digestLetter } from "./letter";
import { slot } from "./slot";
import * as store from "./store";

const grant = systemGrant("worker: digests");
const shown = 30;
const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;

/** For the worker: sends each digest that is due at this moment. Nobody gets an empty one, nor one item twice. */
export async function sendDigests(at = new Date()): Promise<number> {
  if (!canSendMail()) return 0;
  await installQueue();
  let sent = 0;
  for (const reader of await store.listReaders(grant, new Date(at.getTime() - hourMs / 2))) {
    const rate = reader.digest as Exclude<DigestRate, "off">;
    const before = reader.digestedAt;
    if (before === null || slot(before, reader.zone, rate) === slot(at, reader.zone, rate)) continue;
    if (await sendTo(reader, rate, at)) sent += 1;
  }
  return sent;
}

async function sendTo(reader: store.DigestReader, rate: string, at: Date): Promise<boolean> {
  const fresh = (await store.listFresh(grant, reader.userId)).map(({ id }) => id);
  // as whoever reads it would see it now
  const asReader = userGrant(reader.userId, "digest");
  const items = await viewItems(asReader, await findItems(asReader, fresh.slice(0, shown)));
  if (items.length === 0) {
    await store.send(grant, reader, { at, items: [], mail: null });
    return false;
  }
  const unread = items.length + Math.max(0, fresh.length - shown);
  const link = new URL("/inbox", env().NEXTAUTH_URL).href;
  const mail = { to: reader.email, ...digestLetter(items, { unread, rate, link }) };
  return store.send(grant, reader, {
    ...{ at, items: fresh },
    mail: { ...mail, usefulForSeconds: dayMs / 2 / 1000 },
  });
}
