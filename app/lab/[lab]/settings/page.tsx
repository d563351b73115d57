import { labOf } from "@/app/_page/visitor";
import { LabSettings } from "@/components/lab/lab-settings";
import { LabTabs } from "@/components/lab/lab-tabs";
import { PageHead } from "@/components/ui/page-head";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ params }: { params: Promise<{ lab: string }> }) {
  const lab = await labOf((await params).lab);
  return (
    <>
      <LabTabs lab={lab} />
      <PageHead title="Settings" facts={[`/lab/${lab.slug}`, `you are ${lab.role}`]} />
      <LabSettings lab={lab} />
    </>
  );
}
