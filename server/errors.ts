import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";

/** Everything that can go wrong on purpose. */
export type Code =
  | "signed-out"
  | "wrong-credentials"
  | "forbidden"
  | "not-found"
  | "gone"
  | "invalid"
  | "conflict"
  | "refused"
  | "closed"
  | "too-many"
  | "too-large"
  | "foreign-origin"
  | "unavailable"
  | "internal";

interface Rule {
  readonly trpc: TRPC_ERROR_CODE_KEY;
  readonly http: number;
  /** What a person can do next, unless the place that fails knows better. */
  readonly next: string;
}

export const errors = {
  "signed-out": { trpc: "UNAUTHORIZED", http: 401, next: "Sign in and try again." },
  "wrong-credentials": {
    trpc: "UNAUTHORIZED",
    http: 401,
    next: "Check the e-mail address and the password.",
  },
  forbidden: { trpc: "FORBIDDEN", http: 403, next: "Ask an owner of the lab for a role that may do this." },
  "not-found": {
    trpc: "NOT_FOUND",
    http: 404,
    next: "Check the address, or ask for access to the lab.",
  },
  gone: { trpc: "NOT_FOUND", http: 410, next: "Ask whoever gave you the address." },
  invalid: { trpc: "BAD_REQUEST", http: 400, next: "Correct what is named and try again." },
  conflict: { trpc: "CONFLICT", http: 409, next: "Look at the newest state, then decide again." },
  refused: { trpc: "UNPROCESSABLE_CONTENT", http: 422, next: "Change what is named and try again." },
  closed: { trpc: "FORBIDDEN", http: 403, next: "Ask whoever runs this server." },
  "too-many": { trpc: "TOO_MANY_REQUESTS", http: 429, next: "Wait, then try again." },
  "too-large": { trpc: "PAYLOAD_TOO_LARGE", http: 413, next: "Send less at a time." },
  "foreign-origin": { trpc: "FORBIDDEN", http: 403, next: "Use Phasic's own pages." },
  unavailable: { trpc: "SERVICE_UNAVAILABLE", http: 503, next: "Try again in a moment." },
  internal: {
    trpc: "INTERNAL_SERVER_ERROR",
    http: 500,
    next: "Try again. If it happens again, tell whoever runs this server, with the number.",
  },
} satisfies Record<Code, Rule>;

/** Messages by field: a dotted path of the input, for instance "parameters.tau". */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** What a person reads: what went wrong, where, and what to do next. */
export interface ProblemDetails {
  readonly code: Code;
  readonly what: string;
  readonly where: string | null;
  readonly next: string;
  readonly fields: FieldErrors;
}

/** An error that a person may read. Thrown anywhere on the server; nobody else maps errors. */
export class Problem extends TRPCError {
  readonly details: ProblemDetails;

  constructor(
    code: Code,
    what: string,
    more: Partial<Pick<ProblemDetails, "where" | "next" | "fields">> & { cause?: unknown } = {},
  ) {
    super({ code: errors[code].trpc, message: what, cause: more.cause });
    this.details = {
      code,
      what,
      where: more.where ?? null,
      next: more.next ?? errors[code].next,
      fields: more.fields ?? {},
    };
  }
}

/** The one answer for what does not exist and for what is not yours: both read the same. */
export const notFound = (thing: string, id: string) =>
  new Problem("not-found", `There is no ${thing} "${id}" here.`, { where: thing });
