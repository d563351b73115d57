import { labOf, person } from "@/app/_page/visitor";
import { serverCaller } from "@/server/caller";
import { MemberProvider } from "@/components/people/member";
import { LiveProvider } from "@/components/live/live-provider";
import { PreferencesProvider } from "@/components/shell/preferences";
import { Shell } from "@/components/shell/shell";
import { declarations } from "@/components/theories/declarations";
import { TourProvider } from "@/components/tour/tour";
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
  const caller = await serverCaller();
  const [{ labs }, preferences] = await Promise.all([caller.account.me(), caller.preferences.get()]);
  return (
    <TheoriesProvider declarations={declarations}>
      <MemberProvider member={{ id, name, role: lab.role }}>
        <LiveProvider lab={lab.slug}>
          <PreferencesProvider initial={preferences}>
            <TourProvider lab={lab.slug}>
              <Shell lab={lab} labs={labs} person={{ name, email }}>
                {children}
              </Shell>
            </TourProvider>
          </PreferencesProvider>
        </LiveProvider>
      </MemberProvider>
    </TheoriesProvider>
  );
}
