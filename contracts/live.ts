import { z } from "zod";
import { importStatus } from "./dataset";
import { runStatus } from "./experiment";
import { id } from "./lab";
import { objectRef } from "./object";
import { presence } from "./presence";

/** What the one stream of a browser tab carries. Only ids and progress: the page asks for the rest with its own rights. */
export const liveEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("run"),
    run: id,
    experiments: z.array(id),
    status: runStatus,
    trialsDone: z.number().int(),
    trials: z.number().int(),
    error: z.string().nullable(),
  }),
  /** Many of its runs changed at once: ask again. */
  z.object({ kind: z.literal("experiment"), experiment: id }),
  z.object({
    kind: z.literal("dataset"),
    dataset: id,
    version: id,
    status: importStatus,
  }),
  /** What a worker found in a file, or how far it is. */
  z.object({ kind: z.literal("upload"), upload: id }),
  /** Something in this conversation changed. */
  z.object({
    kind: z.literal("thread"),
    object: objectRef,
    thread: id,
    /** Whether labs that see the object read it. */
    shared: z.boolean(),
  }),
  /** Somebody wrote in what several write together. */
  z.object({ kind: z.literal("revision"), object: objectRef }),
  /** Somebody looks at an object, or does no more. */
  presence.extend({ kind: z.literal("presence") }),
  /** Who is in the lab, with which role, or what it is called. */
  z.object({ kind: z.literal("members") }),
  /** Something is shared, on other terms, or no more. */
  z.object({ kind: z.literal("share"), share: id }),
  /** To one person: something came, or was read on another screen. */
  z.object({ kind: z.literal("inbox") }),
]);
export type LiveEvent = z.infer<typeof liveEvent>;
