import { Prefetched } from "@/app/_page/prefetched";
import { labOf, mayEdit } from "@/app/_page/visitor";
import { ConversationPage } from "@/components/blind/conversation-page";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Blind review" };

export default async function ConversationRoute({
  params,
}: {
  params: Promise<{ lab: string; dashboard: string; link: string }>;
}) {
  const { lab, dashboard, link } = await params;
  const mayAnswer = mayEdit(await labOf(lab));
  return (
    <Prefetched
      main={(trpc, client) => client.fetchQuery(trpc.blind.conversation.queryOptions({ lab, link }))}
    >
      <ConversationPage lab={lab} dashboard={dashboard} link={link} mayAnswer={mayAnswer} />
    </Prefetched>
  );
}
