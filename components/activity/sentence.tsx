import type { EntryView } from "@/contracts/activity";
import { acts } from "@/contracts/audit";
import Link from "next/link";

/** Acts that a person does to themselves: the sentence needs nobody else. */
const alone = new Set<string>(["member.join", "member.leave"]);

/** "Ada launched the experiment Fair", with the way there. */
export function Sentence({ entry: { actor, action, object, otherLab, details } }: { entry: EntryView }) {
  const own = alone.has(action) && (actor === null || actor.id === object.id);
  const subject = own ? object.name : (actor?.name ?? (otherLab ? `Somebody of ${otherLab}` : "Phasic"));
  const name = own ? "" : object.name || said(details.role);
  return (
    <>
      <bdi className="font-medium">{subject}</bdi> {acts[action].says}
      {name && (
        <>
          {" "}
          {object.href ? (
            <Link href={object.href} className="underline-offset-2 hover:underline">
              <bdi className="font-medium">{name}</bdi>
            </Link>
          ) : (
            <bdi>{name}</bdi>
          )}
        </>
      )}
      {action === "member.role" && `, from ${said(details.from)} to ${said(details.to)}`}
      {actor && otherLab && (
        <>
          {" "}
          (<bdi>{otherLab}</bdi>)
        </>
      )}
    </>
  );
}

const said = (detail: string | number | boolean | null | undefined) => (detail == null ? "" : String(detail));
