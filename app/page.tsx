import { redirect } from "next/navigation";
import { person } from "./_page/visitor";
import { serverCaller } from "@/server/caller";

/** The person's own lab, else the first they are a member of. */
export default async function RootPage() {
  await person();
  const { labs } = await (await serverCaller()).account.me();
  const own = labs.find(({ isDemonstration }) => !isDemonstration) ?? labs[0];
  redirect(own ? `/lab/${own.slug}` : "/labs/new");
}
