import { openShareOf } from "@/app/_page/visitor";
import { redirect } from "next/navigation";

export default async function SharedRoute({ params }: { params: Promise<{ lab: string; share: string }> }) {
  const { lab, share } = await params;
  redirect((await openShareOf(`${lab}/shared/${share}`)).object.href);
}
