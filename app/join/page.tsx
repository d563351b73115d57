import { Join } from "@/components/people/join";
import { Outside } from "@/components/people/outside";
import { currentUser } from "@/server/access/current-user";
import { serverCaller } from "@/server/caller";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default async function JoinPage() {
  const invitation = await (await serverCaller()).invitations.pending();
  const user = await currentUser();
  return (
    <Outside title="Invitation">
      <Join invitation={invitation} person={user && { name: user.name, email: user.email }} />
    </Outside>
  );
}
