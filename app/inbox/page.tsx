import { person } from "@/app/_page/visitor";
import { serverCaller } from "@/server/caller";
import { redirect } from "next/navigation";

/** Where letters lead: the inbox is the person's, whichever of their labs it is read in. */
export default async function InboxDoor() {
  await person("/inbox");
  const { labs } = await (await serverCaller()).account.me();
  const own = labs.find(({ isDemonstration }) => !isDemonstration) ?? labs[0];
  redirect(own ? `/lab/${own.slug}/inbox` : "/labs/new");
}
