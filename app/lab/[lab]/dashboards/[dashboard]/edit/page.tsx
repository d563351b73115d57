import { labOf, mayEdit, orMissing } from "@/app/_page/visitor";
import { EditorPage } from "@/components/dashboards/edit/editor-page";
import { serverCaller } from "@/server/caller";
import type { Metadata } from "next";
import { redirect } from "next/navigation";

interface Props {
  params: Promise<{ lab: string; dashboard: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lab, dashboard } = await params;
  await labOf(lab);
  const ref = { kind: "dashboard" as const, id: dashboard };
  return { title: `Edit ${(await orMissing((await serverCaller()).objects.get({ lab, ref }))).name}` };
}

/** The draft is read by the browser alone: what it holds is changed there, and must not come from a page of before. */
export default async function EditDashboardRoute({ params }: Props) {
  const { lab, dashboard } = await params;
  if (!mayEdit(await labOf(lab))) redirect(`/lab/${lab}/dashboards/${dashboard}`);
  return <EditorPage lab={lab} dashboard={dashboard} />;
}
