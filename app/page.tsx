import { redirect } from "next/navigation";
import { person } from "./_page/visitor";
import { serverCaller } from "@/server/caller";

/** The person's own lab, else the first they are a member of. */
export default async function RootPage() {
  await person();
  const caller = await serverCaller();
  const invitation = await caller.invitations.pending();
  // whoever opened an invitation and then signed in or up, by whatever door, came for it
  if (invitation?.state === "open" && invitation.you === "welcome") redirect("/join");
  const { labs } = await caller.account.me();
  const own = labs.find(({ isDemonstration }) => !isDemonstration) ?? labs[0];
  redirect(own ? `/lab/${own.slug}` : "/labs/new");
}
