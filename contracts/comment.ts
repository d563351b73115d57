import { z } from "zod";
import { comparisonQuery } from "./comparison";
import { id, inPlace } from "./lab";
import { objectRef } from "./object";

/** What a person may answer with in one click. The key is stored; the name is spoken and shown. */
export const reactions = {
  agree: { sign: "👍", name: "agree" },
  disagree: { sign: "👎", name: "disagree" },
  thanks: { sign: "🙏", name: "thanks" },
  celebrate: { sign: "🎉", name: "celebrate" },
  heart: { sign: "❤️", name: "like" },
  seen: { sign: "👀", name: "looking at it" },
  puzzled: { sign: "🤔", name: "puzzled" },
  done: { sign: "✅", name: "done" },
} as const;
export const reactionKeys = Object.keys(reactions) as (keyof typeof reactions)[];
export const reactionKey = z.enum(reactionKeys);
export type ReactionKey = z.infer<typeof reactionKey>;

export const longestComment = 10_000;
/** Comments in one thread; after that a new thread reads better. */
export const longestThread = 300;
/** A comment is rewritten so often at the most: each of its texts is kept. */
export const mostEdits = 100;

/**
 * Where on a page a thread hangs. Null is the whole object; a figure is named by its key on the page; a place is a point or
 * a window on the figure's x axis, in the axis' own units, so that it stands at the same trials or seconds whatever is
 * zoomed, hidden or computed later.
 */
const place = z
  .object({
    axis: z.object({ key: z.string().max(200), title: z.string().max(200), unit: z.string().max(40) }),
    from: z.number(),
    to: z.number(),
    /** "trials 301–400", as the figure said it. */
    said: z.string().max(200),
    /** One line of the figure; null is all of them. */
    group: z.object({ key: z.string().max(400), label: z.string().max(400) }).nullable(),
  })
  .refine(({ from, to }) => from <= to, "The window ends before it begins.");
export const anchor = z
  .object({
    figure: z.object({ key: z.string().min(1).max(400), title: z.string().max(200) }).nullable(),
    place: place.nullable(),
  })
  .refine(({ figure, place: at }) => figure !== null || at === null, "A place is a place on a figure.");
export type Anchor = z.infer<typeof anchor>;
export type Place = z.infer<typeof place>;

/** What a page showed when somebody wrote, as far as the page knows it and the database does not. */
export const shown = z.object({
  /** Of a model, paradigm or dataset: which version was open. */
  version: z.int32().min(1).nullable().default(null),
  /** Of a comparison: what its numbers were asked for. */
  query: comparisonQuery.nullable().default(null),
  /** Engines that computed what a comparison showed. */
  engines: z.array(z.string().max(80)).max(8).default([]),
});
export type Shown = z.infer<typeof shown>;

/**
 * The state of an object that numbers hang on. Kept with a thread as it was, and given as it is now: a reader sees what
 * changed in between.
 */
export const objectState = shown.extend({
  /** Of that version, or of a run's result. */
  hash: z.string().max(80).nullable().default(null),
  /** Of an experiment. */
  runs: z.object({ done: z.number().int(), of: z.number().int() }).nullable().default(null),
});
export type ObjectState = z.infer<typeof objectState>;

/** A person as others see them beside what they wrote. `lab` is said where it is not the reader's own. */
export const person = z.object({ id, name: z.string(), lab: z.string().nullable() });
export type Person = z.infer<typeof person>;

export const reactionView = z.object({
  key: reactionKey,
  /** Who, in the order in which they did; null has left. */
  names: z.array(z.string().nullable()),
  mine: z.boolean(),
});

export const commentView = z.object({
  id,
  /** Null once the account is gone. */
  author: person.nullable(),
  mine: z.boolean(),
  createdAt: z.date(),
  /** When its text was last changed; null is as it was written. */
  editedAt: z.date().nullable(),
  deleted: z.boolean(),
  /** Markdown with `@{id}` for people; empty once deleted. */
  body: z.string(),
  reactions: z.array(reactionView),
});
export type CommentView = z.infer<typeof commentView>;

/** `shared`: also whoever sees the object from another lab. */
export const visibilities = ["lab", "shared"] as const;
export const visibility = z.enum(visibilities);
export type Visibility = z.infer<typeof visibility>;

export const threadView = z.object({
  id,
  anchor,
  /** What the object was when the thread began. */
  seen: objectState,
  visibility,
  createdAt: z.date(),
  resolved: z.object({ at: z.date(), by: z.string().nullable() }).nullable(),
  /** Whether the reader hears of new comments; null does not take part. */
  muted: z.boolean().nullable(),
  /** The first comment, then the newest of the others. */
  comments: z.array(commentView),
  /** Comments between the first and the others that are not in this answer. */
  left: z.number().int(),
});
export type ThreadView = z.infer<typeof threadView>;

export const threadsInput = inPlace.extend({
  object: objectRef,
  limit: z.number().int().min(1).max(400).default(60),
});
export const threadsView = z.object({
  /** Open ones before resolved ones, each newest first. */
  threads: z.array(threadView),
  open: z.number().int(),
  total: z.number().int(),
  /** Who is mentioned, by id. */
  people: z.record(z.string(), z.string()),
  now: objectState,
  /** Whether the reader may write here. */
  mayWrite: z.boolean(),
  /** Names of the other labs that read a thread which is shared with them; the reader's own is not among them. */
  otherLabs: z.array(z.string()),
});
export type ThreadsView = z.infer<typeof threadsView>;

/** One thread with all its comments, named by itself or by one of them. */
export const threadInput = inPlace.extend({
  of: z.union([z.object({ thread: id }), z.object({ comment: id })]),
});
export const threadAlone = z.object({
  object: objectRef,
  thread: threadView,
  people: z.record(z.string(), z.string()),
});
export type ThreadAlone = z.infer<typeof threadAlone>;

const body = z
  .string()
  .trim()
  .min(1, "Write something.")
  .max(longestComment, `At most ${longestComment.toLocaleString("en")} characters.`);
/** Made by the browser: sending the same comment twice, after an answer that got lost, writes it once. */
const once = z.string().min(8).max(40);

export const threadStartInput = inPlace.extend({
  object: objectRef,
  anchor,
  shown,
  visibility: visibility.default("lab"),
  body,
  once,
});
export const replyInput = inPlace.extend({ thread: id, body, once });
export const editInput = inPlace.extend({ comment: id, body });
export const commentRef = inPlace.extend({ comment: id });
export const restoreInput = commentRef.extend({ deleted: z.boolean() });
export const reactInput = commentRef.extend({ key: reactionKey, on: z.boolean() });
export const threadRef = inPlace.extend({ thread: id });
export const resolveInput = threadRef.extend({ resolved: z.boolean() });
export const muteInput = threadRef.extend({ muted: z.boolean() });
export const written = z.object({ thread: id, comment: id });

/** Earlier texts of a comment, newest first. */
export const commentHistory = z.array(z.object({ body: z.string(), until: z.date() }));
export const commentHistoryView = z.object({
  texts: commentHistory,
  people: z.record(z.string(), z.string()),
});

/** Who can see an object, and so be named on it. */
export const audienceInput = inPlace.extend({ object: objectRef, visibility: visibility.default("lab") });
export const audience = z.array(
  z.object({ id, name: z.string(), /** Tells people of one name apart. */ hint: z.string() }),
);
export type Audience = z.infer<typeof audience>;

const mentionPattern = /@\{([\w-]{1,40})\}/g;
export const mentionOf = (user: string): string => `@{${user}}`;

/** Ids of those whom a text names, each once, in order. */
export function mentionsIn(text: string): string[] {
  return [...new Set([...withoutCode(text).matchAll(mentionPattern)].map(([, user]) => user))];
}

/** Cuts text at its mentions: plain text and ids in turn, plain text first and last. */
export const splitMentions = (text: string): string[] => text.split(mentionPattern);

/** Markdown without its code, in which nobody is meant. In one pass: the text is a stranger's. */
function withoutCode(text: string): string {
  let fence: string | null = null;
  const prose = text.split("\n").map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && mark) fence = mark;
    else if (fence === null) return line;
    else if (mark?.startsWith(fence)) fence = null;
    return "";
  });
  return prose
    .join("\n")
    .split(/\n\s*\n/)
    .map(withoutSpans)
    .join("\n\n");
}

/** A run of backticks opens code that the next run of the same length closes. */
function withoutSpans(paragraph: string): string {
  const runs = [...paragraph.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  const next = new Map<number, number>();
  const closes = runs.toReversed().map(({ length, index }) => {
    const close = next.get(length);
    next.set(length, index);
    return close;
  });
  closes.reverse();
  let kept = "";
  let from = 0;
  runs.forEach(({ length, index }, turn) => {
    const close = closes[turn];
    if (index < from || close === undefined) return;
    kept += `${paragraph.slice(from, index)} `;
    from = close + length;
  });
  return kept + paragraph.slice(from);
}
