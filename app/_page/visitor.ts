import type { LabSummary } from "@/contracts/lab";
import { currentUser } from "@/server/access/current-user";
import { serverCaller } from "@/server/caller";
import { TRPCError } from "@trpc/server";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

/** The signed-in person, or the way to the door. Rights are checked by the procedures, as for any other call. */
export async function person(next = "/") {
  const user = await currentUser();
  if (!user) redirect(next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`);
  return user;
}

/** The answer, or the page that says that nothing is here: for another lab's address just as for none. */
export async function orMissing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST"))
      notFound();
    throw error;
  }
}

export const labOf = cache(async (slug: string): Promise<LabSummary> => {
  await person(`/lab/${slug}`);
  return orMissing((await serverCaller()).labs.get({ lab: slug }));
});

export const mayEdit = ({ role }: LabSummary) => role === "owner" || role === "editor";
