import { type LabSummary, partsOfPlace } from "@/contracts/lab";
import { may } from "@/server/access/permissions";
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

/** The lab that a place is in; in what another lab shares nobody is more than a commenter. */
export const labOf = cache(async (place: string): Promise<LabSummary> => {
  await person(`/lab/${place}`);
  const { lab: slug, share } = partsOfPlace(place);
  const lab = await orMissing((await serverCaller()).labs.get({ lab: slug }));
  if (share === null) return lab;
  const { mayComment } = await openShareOf(place);
  return { ...lab, role: mayComment && may(lab.role, "comment:create") ? "commenter" : "viewer" };
});

export const openShareOf = cache(async (place: string) =>
  orMissing((await serverCaller()).shares.open({ lab: place })),
);

export const mayEdit = ({ role }: LabSummary) => role === "owner" || role === "editor";
