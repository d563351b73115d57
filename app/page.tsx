import { redirect } from "next/navigation";
import { may } from "@/server/access/permissions";
import { person } from "./_page/visitor";
import { serverCaller } from "@/server/caller";

/** The person's own lab, else the first they are a member of. */
export default async function RootPage() {
  await person();
  const caller = await serverCaller();
  const invitation = await caller.invitations.pending();
  // whoever opened an invitation or an offer and then signed in or up, by whatever door, came for it
  if (invitation?.state === "open" && invitation.you === "welcome") redirect("/join");
  const { labs } = await caller.account.me();
  const offer = await caller.shares.pending();
  if (offer?.state === "offered" && labs.some(({ role }) => may(role, "share:manage")))
    redirect("/shared-with-you");
  const own = labs.find(({ isDemonstration }) => !isDemonstration) ?? labs[0];
  redirect(own ? `/lab/${own.slug}` : "/labs/new");
}
