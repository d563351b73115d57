import { labOf, person } from "@/app/_page/visitor";
import { serverCaller } from "@/server/caller";
import { MemberProvider } from "@/components/people/member";
import { LiveProvider } from "@/components/live/live-provider";
import { Shell } from "@/components/shell/shell";
import { declarations } from "@/components/theories/declarations";
import { TheoriesProvider } from "@/components/theories/theories-provider";
import type { Metadata } from "next";
import type { ReactNode } from "react";

interface Props {
  children: ReactNode;
  params: Promise<{ lab: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await labOf((await params).lab);
  return { title: { default: name, template: `%s · ${name} · Phasic` } };
}

export default async function LabLayout({ children, params }: Props) {
  const lab = await labOf((await params).lab);
  const { id, name, email } = await person();
  const { labs } = await (await serverCaller()).account.me();
  return (
    <TheoriesProvider declarations={declarations}>
      <MemberProvider member={{ id, name, role: lab.role }}>
        <LiveProvider lab={lab.slug}>
          <Shell lab={lab} labs={labs} person={{ name, email }}>
            {children}
          </Shell>
        </LiveProvider>
      </MemberProvider>
    </TheoriesProvider>
  );
}
