import type { Delivery } from "../../../contracts/inbox";
import type { Prisma } from "../../../prisma/generated/client";
import type { Grant } from "../../access/grant";
import { publishTo } from "../../jobs/live";

/** Puts items into inboxes, in the transaction of what they tell. What stands there already under its cause stays. */
export async function deliver(
  _grant: Grant,
  tx: Prisma.TransactionClient,
  deliveries: readonly Delivery[],
): Promise<void> {
  if (deliveries.length === 0) return;
  await tx.inboxItem.createMany({
    data: deliveries.map(({ object, ...rest }) => ({
      ...rest,
      objectKind: object?.kind,
      objectId: object?.id,
    })),
    skipDuplicates: true,
  });
  for (const userId of new Set(deliveries.map((delivery) => delivery.userId)))
    await publishTo(tx, userId, { kind: "inbox" });
}
