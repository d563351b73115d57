import { availableParallelism } from "node:os";
import { z } from "zod";

/**
 * Every setting Phasic has, declared once: its meaning, what happens when it is unset, and its rule. The table in
 * docs/settings.md is written from this declaration, and `npm start` checks the environment against it before
 * anything else happens. Read lazily through `env()`, so that the command line and a build run without any of it.
 */

interface Setting<Schema extends z.ZodType> {
  meaning: string;
  /** what a person who sets nothing gets, in words */
  unset: string;
  /** what to do when the value is refused */
  remedy: string;
  schema: Schema;
}

const setting = <Schema extends z.ZodType>(declared: Setting<Schema>) => declared;

const isPostgresUrl = (text: string) => {
  try {
    return ["postgres:", "postgresql:"].includes(new URL(text).protocol);
  } catch {
    return false;
  }
};

const isWebUrl = (text: string) => {
  try {
    return ["http:", "https:"].includes(new URL(text).protocol);
  } catch {
    return false;
  }
};

const isSmtpUrl = (text: string) =>
  URL.canParse(text) && ["smtp:", "smtps:"].includes(new URL(text).protocol) && new URL(text).hostname !== "";

const flag = z.enum(["0", "1"], "is neither 0 nor 1").transform((text) => text === "1");

const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, "is not a whole number")
    .transform(Number)
    .refine((n) => n >= from && n <= to, `is not between ${from} and ${to}`);

type Client<Key extends string> = Record<
  `PHASIC_${Key}_CLIENT_ID` | `PHASIC_${Key}_CLIENT_SECRET`,
  Setting<z.ZodOptional<z.ZodString>>
>;
/** The two settings of a place to sign in with. */
const oauth = <Key extends string>(key: Key, name: string, path: string) =>
  ({
    [`PHASIC_${key}_CLIENT_ID`]: setting({
      meaning: `Client id at ${name}, for signing in with it. Register the address \`…/api/auth/callback/${path}\` there.`,
      unset: `nobody signs in with ${name}`,
      remedy: `Copy it from ${name}.`,
      schema: z.string().optional(),
    }),
    [`PHASIC_${key}_CLIENT_SECRET`]: setting({
      meaning: `Client secret that belongs to \`PHASIC_${key}_CLIENT_ID\`.`,
      unset: `nobody signs in with ${name}`,
      remedy: `Copy it from ${name}.`,
      schema: z.string().optional(),
    }),
  }) as Client<Key>;

export const settings = {
  DATABASE_URL: setting({
    meaning:
      "PostgreSQL to use. Its role must own the database, or at least be allowed to create schemas and tables in it.",
    unset: "`npm start` runs a PostgreSQL of its own under `.phasic/`",
    remedy: "Write it as postgresql://user:password@host:5432/database, or unset it and use `npm start`.",
    schema: z
      .string("is not set")
      .refine(isPostgresUrl, "is not a PostgreSQL address that starts with postgresql://"),
  }),
  NEXTAUTH_SECRET: setting({
    meaning: "Secret that signs sessions. Everyone is signed out when it changes.",
    unset: "`npm start` makes a random one and keeps it in `.phasic/`, readable by you only",
    remedy: "Use 32 characters or more, for example the output of `openssl rand -base64 32`.",
    schema: z.string("is not set").min(32, "is shorter than 32 characters"),
  }),
  NEXTAUTH_URL: setting({
    meaning: "Address under which people reach Phasic. Set it when a proxy stands in front.",
    unset: "`http://` with the host and port on which Phasic listens",
    remedy: "Write the whole address, for example https://phasic.example.org.",
    schema: z.string("is not set").refine(isWebUrl, "is not an address that starts with http:// or https://"),
  }),
  PHASIC_HOST: setting({
    meaning: "Network address to listen on. `0.0.0.0` makes Phasic reachable from other machines.",
    unset: "`127.0.0.1`, reachable from this machine only",
    remedy: "Use a host name or an address without a port, for example 0.0.0.0.",
    schema: z
      .string()
      .regex(/^[\w.:%-]+$/, "is not a host name or an address")
      .default("127.0.0.1"),
  }),
  PHASIC_PORT: setting({
    meaning: "Port to listen on. When it is taken, `npm start` says so and takes the next free one.",
    unset: "`3000`",
    remedy: "Use a whole number from 1 to 65535.",
    schema: whole(1, 65535).default(3000),
  }),
  PHASIC_DEMO: setting({
    meaning: "`1` creates the demonstration lab and allows signing in to it, `0` does neither.",
    unset: "the demonstration exists only on loopback with the embedded database",
    remedy: "Use 1 or 0.",
    schema: flag.default(false),
  }),
  PHASIC_DEMO_PASSWORD: setting({
    meaning: "Password of the demonstration's account.",
    unset: "`npm start` makes a random one, keeps it in `.phasic/`, and prints it",
    remedy: "Use 12 characters or more.",
    schema: z.string().min(12, "is shorter than 12 characters").optional(),
  }),
  PHASIC_SIGNUP: setting({
    meaning:
      "`open` lets anyone who reaches Phasic create an account and a lab, `invite` only whom an owner of a lab has invited, `closed` lets nobody.",
    unset: "`open`",
    remedy: "Use open, invite or closed.",
    schema: z.enum(["open", "invite", "closed"], "is neither open nor invite nor closed").default("open"),
  }),
  PHASIC_SMTP_URL: setting({
    meaning:
      "Mail server, as `smtp://user:password@host:587` or `smtps://…:465`. With `?requireTLS=true` nothing is sent in the clear.",
    unset: "no mail is sent; links are shown to whoever makes them",
    remedy:
      "Write it as smtp://user:password@host:587, with special signs of the password escaped (%40 for @).",
    schema: z.string().refine(isSmtpUrl, "is not an address that starts with smtp:// or smtps://").optional(),
  }),
  PHASIC_MAIL_FROM: setting({
    meaning: "Sender of all mail, for example `Phasic <phasic@example.org>`. Needed with `PHASIC_SMTP_URL`.",
    unset: "no mail is sent",
    remedy: "Write it as Phasic <phasic@example.org>.",
    schema: z
      .string()
      .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "is not a sender's address")
      .optional(),
  }),
  ...oauth("ORCID", "ORCID", "orcid"),
  ...oauth("GITHUB", "GitHub", "github"),
  ...oauth("GOOGLE", "Google", "google"),
  PHASIC_OIDC_ISSUER: setting({
    meaning: "Address of an OpenID Connect issuer to sign in with, for example that of a university.",
    unset: "nobody signs in with one",
    remedy: "Write the issuer's address, under which it has /.well-known/openid-configuration.",
    schema: z.string().refine(isWebUrl, "is not an address that starts with http:// or https://").optional(),
  }),
  PHASIC_OIDC_NAME: setting({
    meaning: "What the issuer is called on the page where people sign in.",
    unset: "`Single sign-on`",
    remedy: "Use a name of 1 to 40 characters.",
    schema: z.string().max(40, "is longer than 40 characters").default("Single sign-on"),
  }),
  ...oauth("OIDC", "the OpenID Connect issuer", "oidc"),
  PHASIC_WORKER_THREADS: setting({
    meaning: "Simulations that one worker runs at a time, each on a thread of its own.",
    unset: "the number of cores",
    remedy: "Use a whole number from 1 to 256.",
    schema: whole(1, 256).default(() => availableParallelism()),
  }),
  PHASIC_RUN_CPU_SECONDS: setting({
    meaning: "Processor time after which a run is ended, and says so.",
    unset: "`600`",
    remedy: "Use a whole number of seconds from 1 to 604800.",
    schema: whole(1, 604_800).default(600),
  }),
  PHASIC_RUN_MEMORY_MB: setting({
    meaning: "Memory in megabytes beyond which a run is ended, and says so.",
    unset: "`1024`",
    remedy: "Use a whole number of megabytes from 64 to 1048576.",
    schema: whole(64, 1_048_576).default(1024),
  }),
  PHASIC_UPLOAD_MB: setting({
    meaning: "Size in megabytes (of 1024 x 1024 bytes) beyond which a recording is not taken.",
    unset: "`2048`",
    remedy: "Use a whole number of megabytes from 1 to 65536.",
    schema: whole(1, 65_536).default(2048),
  }),
  PHASIC_LAB_FILES_MB: setting({
    meaning: "Megabytes of recordings that one lab may keep as files, those in its trash included.",
    unset: "`51200`",
    remedy: "Use a whole number of megabytes from 1 to 104857600.",
    schema: whole(1, 104_857_600).default(51_200),
  }),
  PHASIC_TRUST_PROXY: setting({
    meaning:
      "`1` believes the `X-Forwarded-For` header when limiting rates. Only behind a proxy that overwrites it.",
    unset: "`0`",
    remedy: "Use 1 or 0.",
    schema: flag.default(false),
  }),
  PHASIC_LOG_LEVEL: setting({
    meaning: "Least severe message to log: `debug`, `info`, `warn`, `error` or `silent`.",
    unset: "`info`",
    remedy: "Use one of debug, info, warn, error, silent.",
    schema: z
      .enum(["debug", "info", "warn", "error", "silent"], "is not one of debug, info, warn, error, silent")
      .default("info"),
  }),
};

/** What works only together. */
const together: readonly (readonly (keyof typeof settings)[])[] = [
  ["PHASIC_SMTP_URL", "PHASIC_MAIL_FROM"],
  ["PHASIC_ORCID_CLIENT_ID", "PHASIC_ORCID_CLIENT_SECRET"],
  ["PHASIC_GITHUB_CLIENT_ID", "PHASIC_GITHUB_CLIENT_SECRET"],
  ["PHASIC_GOOGLE_CLIENT_ID", "PHASIC_GOOGLE_CLIENT_SECRET"],
  ["PHASIC_OIDC_ISSUER", "PHASIC_OIDC_CLIENT_ID", "PHASIC_OIDC_CLIENT_SECRET"],
];

type Settings = typeof settings;
export type Env = { [Name in keyof Settings]: z.infer<Settings[Name]["schema"]> };

/** The environment does not hold what Phasic needs; the message names each variable, what is wrong, what to do. */
export class SettingsError extends Error {
  override name = "SettingsError";
}

/** Reads settings from `source`; throws a SettingsError that lists everything that is wrong at once. */
export function readSettings(source: Record<string, string | undefined>): Env {
  const complaints: string[] = [];
  const result: Record<string, unknown> = {};
  for (const [name, { schema, remedy }] of Object.entries(settings)) {
    // compose files and shells pass "" for what a person left out
    const parsed = schema.safeParse(source[name] === "" ? undefined : source[name]);
    if (parsed.success) result[name] = parsed.data;
    else complaints.push(`${name} ${parsed.error.issues[0].message}. ${remedy}`);
  }
  for (const names of together) {
    const missing = names.filter((name) => !source[name]);
    if (missing.length > 0 && missing.length < names.length) {
      const [set] = names.filter((name) => source[name]);
      complaints.push(`${missing.join(", ")} is not set, but ${set} is. Set all of them or none.`);
    }
  }
  if (complaints.length > 0)
    throw new SettingsError(`Phasic cannot start with these settings:\n  ${complaints.join("\n  ")}`);
  return result as Env;
}

let read: Env | undefined;

/** The settings of this process, read from the environment at the first call. */
export function env(): Env {
  return (read ??= readSettings(process.env));
}
