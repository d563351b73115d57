import type { ListName } from "@/contracts/view";
import { serverCaller } from "@/server/caller";
import { redirect } from "next/navigation";

/** A list that is opened without saying how opens as the person chose. */
export async function openDefaultView(lab: string, list: ListName, path: string, query: string) {
  if (query !== "") return;
  const views = await (await serverCaller()).views.list({ lab, list });
  const usual = views.find(({ isDefault }) => isDefault);
  if (usual) redirect(`/lab/${lab}${path}?view=${usual.id}${usual.query && `&${usual.query}`}`);
}
