import type { ProblemDetails } from "@/server/errors";

interface Failure {
  message: string;
  data?: unknown;
}

const problemOf = (error: Failure): ProblemDetails | null =>
  (error.data as { problem?: ProblemDetails } | null | undefined)?.problem ?? null;

/** An error in words for a person: what went wrong and what to do, or what a lost connection means. */
export function said(error: Failure): string {
  const problem = problemOf(error);
  if (problem) {
    const fields = Object.values(problem.fields).flat();
    return [problem.what, ...fields, problem.next].join(" ");
  }
  return /failed to fetch|networkerror|load failed|unexpected (token|end)/i.test(error.message)
    ? "The server did not answer. Check the connection and try again; nothing you typed is lost."
    : error.message;
}

/** What the server says of one field of the input, for instance "parameters.tau". */
export const fieldSaid = (error: Failure | null, path: string): string | null =>
  (error && problemOf(error)?.fields[path]?.join(" ")) ?? null;

/** True when the server says that there is no such thing, or none of yours. */
export const isMissing = (error: Failure): boolean => problemOf(error)?.code === "not-found";

/** True when the session has ended meanwhile. */
export const isSignedOut = (error: Failure): boolean => problemOf(error)?.code === "signed-out";
