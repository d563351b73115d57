import {
  anchor,
  type CommentView,
  objectState,
  reactionKeys,
  type ThreadView,
} from "../../contracts/comment";
import { asStated } from "../../contracts/person";
import type { CommentRow, ThreadRow } from "./store";

export interface Reader {
  readonly userId: string | null;
  readonly labId: string;
}

export function commentView(row: CommentRow, reader: Reader): CommentView {
  const { id, statedAuthor, authorId, fromLab, createdAt, editedAt, deletedAt } = row;
  const author = row.author ?? (statedAuthor && { ...statedAuthor, name: asStated(statedAuthor.name) });
  const deleted = deletedAt !== null;
  return {
    ...{ id, createdAt, editedAt, deleted },
    author: author && { ...author, lab: fromLab && fromLab.id !== reader.labId ? fromLab.name : null },
    mine: authorId !== null && authorId === reader.userId,
    body: deleted ? "" : row.body,
    reactions: deleted ? [] : reactionsOf(row, reader),
  };
}

const reactionsOf = ({ reactions }: CommentRow, { userId }: Reader): CommentView["reactions"] =>
  reactionKeys.flatMap((key) => {
    const own = reactions.filter((reaction) => reaction.key === key);
    if (own.length === 0) return [];
    return [{ key, names: own.map(({ user }) => user.name), mine: own.some((one) => one.userId === userId) }];
  });

export function threadView(
  row: ThreadRow,
  of: {
    readonly comments: readonly CommentRow[];
    readonly count: number;
    readonly muted: boolean | null;
    readonly resolvedBy: string | null;
    readonly reader: Reader;
  },
): ThreadView {
  return {
    id: row.id,
    anchor: anchor.parse(row.anchor),
    seen: objectState.parse(row.seen),
    visibility: row.visibility,
    createdAt: row.createdAt,
    resolved: row.resolvedAt && { at: row.resolvedAt, by: of.resolvedBy },
    muted: of.muted,
    comments: of.comments.map((comment) => commentView(comment, of.reader)),
    left: of.count - of.comments.length,
  };
}

/** Names of those whom the texts name: only whom they named rightly when they were written. */
export const peopleIn = (comments: readonly CommentRow[]): Record<string, string> =>
  Object.fromEntries(
    comments
      .filter(({ deletedAt }) => deletedAt === null)
      .flatMap(({ mentions }) => mentions.map(({ user }) => [user.id, user.name])),
  );
