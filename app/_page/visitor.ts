import type { LabSummary } from "@/contracts/lab";
import { userOfCookies } from "@/server/access/session";
import { appRouter } from "@/server/root";
import { createCallerFactory, type Context } from "@/server/trpc";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";

/** Who asks for this page: read once per request. Rights are checked by the procedures, as for any other call. */
export const visitor = cache(async (): Promise<Context> => ({
  user: await userOfCookies((await headers()).get("cookie")),
  address: null,
}));

const makeCaller = createCallerFactory(appRouter);
export const caller = cache(async () => makeCaller(await visitor()));

/** The signed-in person, or the way to the door. */
export async function person(next = "/") {
  const { user } = await visitor();
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
  return orMissing((await caller()).labs.get({ lab: slug }));
});

export const mayEdit = ({ role }: LabSummary) => role === "owner" || role === "editor";
