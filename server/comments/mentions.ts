import { type Audience, mentionsIn } from "../../contracts/comment";
import { Problem } from "../errors";

/**
 * Those whom a text names. Throws invalid for anybody who cannot see what it is about, with the same words for a stranger
 * and for an id that never was.
 *
 * @param before whom an earlier text of the comment names: they may have left since.
 */
export function checkedMentions(text: string, audience: Audience, before: readonly string[] = []): string[] {
  const known = new Set([...audience.map(({ id }) => id), ...before]);
  const named = mentionsIn(text);
  if (named.every((id) => known.has(id))) return named;
  const message = "Somebody whom this names cannot see what it is about.";
  throw new Problem("invalid", message, {
    where: "body",
    next: "Choose people from the list that opens after an @.",
    fields: { body: [message] },
  });
}
