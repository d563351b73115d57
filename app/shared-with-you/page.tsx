import { Outside } from "@/components/people/outside";
import { TakeUp } from "@/components/sharing/take-up";
import { may } from "@/server/access/permissions";
import { currentUser } from "@/server/access/current-user";
import { serverCaller } from "@/server/caller";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Shared with you", referrer: "no-referrer" };

export default async function SharedWithYouPage() {
  const caller = await serverCaller();
  const user = await currentUser();
  const [offer, labs] = await Promise.all([
    caller.shares.pending(),
    user && caller.account.me().then(({ labs: all }) => all.filter(({ role }) => may(role, "share:manage"))),
  ]);
  return (
    <Outside title="Shared with you">
      <TakeUp offer={offer} labs={labs} person={user && { name: user.name, email: user.email }} />
    </Outside>
  );
}
