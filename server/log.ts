import pino, { type Logger } from "pino";
import { env } from "./env";

let logger: Logger | undefined;

/** The log of this process: one JSON object a line, on standard output. Secrets never belong in it. */
export const log = (): Logger =>
  (logger ??= pino({
    level: env().PHASIC_LOG_LEVEL,
    redact: ["password", "*.password", "headers.cookie", "headers.authorization"],
  }));
