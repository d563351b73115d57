"use client";
import { useMember } from "@/components/people/member";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tooltip } from "@/components/ui/tooltip";
import { type CommentView, reactionKeys, reactions } from "@/contracts/comment";
import clsx from "clsx";
import { SmilePlus } from "lucide-react";
import { useDiscussion } from "./use-discussion";

/** Who answered in one click, and a way to do so. */
export function Reactions({ comment }: { comment: CommentView }) {
  const { deeds, mayWrite } = useDiscussion();
  const me = useMember();
  const given = comment.reactions;
  if (given.length === 0 && !mayWrite) return null;
  const names = (list: readonly (string | null)[], mine: boolean) =>
    list.map((name) => (mine && name === me.name ? "you" : (name ?? "somebody who has left"))).join(", ");
  return (
    <div className="flex flex-wrap items-center gap-1">
      {given.map(({ key, names: by, mine }) => (
        <Tooltip key={key} text={`${reactions[key].name}: ${names(by, mine)}`}>
          <button
            type="button"
            aria-pressed={mine}
            aria-label={`${reactions[key].name}, ${by.length}: ${names(by, mine)}`}
            disabled={!mayWrite}
            onClick={() => void deeds.react(comment.id, key, !mine)}
            className={clsx(
              "inline-flex h-6 items-center gap-1 rounded-full border px-2 text-sm",
              mine ? "border-accent bg-accent-wash" : "border-line",
            )}
          >
            <span aria-hidden>{reactions[key].sign}</span>
            {by.length}
          </button>
        </Tooltip>
      ))}
      {mayWrite && (
        <Menu
          align="start"
          trigger={
            <IconButton label="React" className="!size-6">
              <SmilePlus size={14} aria-hidden />
            </IconButton>
          }
        >
          {reactionKeys.map((key) => {
            const mine = given.some((one) => one.key === key && one.mine);
            return (
              <MenuItem key={key} onSelect={() => void deeds.react(comment.id, key, !mine)}>
                <span aria-hidden>{reactions[key].sign}</span>
                {reactions[key].name}
                {mine && <span className="text-sm text-muted">(take back)</span>}
              </MenuItem>
            );
          })}
        </Menu>
      )}
    </div>
  );
}
