import type { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { type Code, errors, type FieldErrors, Problem, type ProblemDetails } from "./errors";
import { log } from "./log";

/** Dotted path -> messages; "" holds what belongs to no field. */
export function fieldErrors(error: ZodError): FieldErrors {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.issues) (fields[path.join(".")] ??= []).push(message);
  return fields;
}

const known: Partial<Record<TRPCError["code"], Code>> = {
  BAD_REQUEST: "invalid",
  PARSE_ERROR: "invalid",
  NOT_FOUND: "not-found",
  METHOD_NOT_SUPPORTED: "invalid",
  UNSUPPORTED_MEDIA_TYPE: "invalid",
  PAYLOAD_TOO_LARGE: "too-large",
};

/** PostgreSQL refuses U+0000, in texts and in JSON; an id out of an address may hold it. */
const isUnkept = (cause: unknown): boolean => {
  const { meta, code } = (cause ?? {}) as {
    code?: string;
    meta?: { driverAdapterError?: { cause?: { originalCode?: string } } };
  };
  return ["22021", "22P05"].includes(meta?.driverAdapterError?.cause?.originalCode ?? code ?? "");
};

/**
 * The one place where an error becomes words for a person. What nobody foresaw is logged under a number, and says
 * nothing of the inside.
 */
export function detailsOf(error: TRPCError, path: string | undefined): ProblemDetails {
  if (error instanceof Problem) return error.details;
  if (error.code === "BAD_REQUEST" && error.cause instanceof ZodError)
    return {
      code: "invalid",
      what: "Some of the input is not right.",
      where: null,
      next: errors.invalid.next,
      fields: fieldErrors(error.cause),
    };
  if (isUnkept(error.cause))
    return {
      code: "invalid",
      what: "A text holds a sign that cannot be kept.",
      where: path ?? null,
      next: errors.invalid.next,
      fields: {},
    };
  const code = known[error.code];
  if (code) return { code, what: error.message, where: path ?? null, next: errors[code].next, fields: {} };
  const number = crypto.randomUUID().slice(0, 8);
  log().error({ number, path, err: error.cause ?? error }, "unforeseen error");
  return {
    code: "internal",
    what: `Something broke on our side (number ${number}).`,
    where: path ?? null,
    next: errors.internal.next,
    fields: {},
  };
}
