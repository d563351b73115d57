"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Problem } from "@/components/ui/problem";
import { useToast } from "@/components/ui/toast";
import type { LabSummary } from "@/contracts/lab";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { type Member, useMembers } from "./use-members";

type Asked = "remove" | "transfer" | null;

/** What cannot be taken back by one click is asked first, with what follows from it. */
export function MemberMenu({ lab, member, isYou }: { lab: LabSummary; member: Member; isYou: boolean }) {
  const trpc = useTRPC();
  const toast = useToast();
  const members = useMembers();
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Asked>(null);
  const { userId, name } = member;
  const done = (title: string) => async () => {
    setAsked(null);
    toast({ title });
    members.refresh();
    await queryClient.invalidateQueries({ queryKey: members.queryKey });
  };
  const remove = useMutation(
    trpc.labs.removeMember.mutationOptions({ onSuccess: done(`${name} is no longer a member.`) }),
  );
  const transfer = useMutation(
    trpc.labs.transfer.mutationOptions({ onSuccess: done(`${name} owns the lab now; you are an editor.`) }),
  );
  if (isYou) return null;
  const deeds = {
    remove: {
      title: `Remove ${name} from ${lab.name}`,
      what: "It acts on their next click; what they watch live ends at once. What they made, shared and launched stays the lab's, under their name. To come back they need a new invitation.",
      label: "Remove",
      of: remove,
    },
    transfer: {
      title: `Hand ${lab.name} over to ${name}`,
      what: `${name} becomes its owner, and you become an editor. Only an owner can change that again.`,
      label: "Hand over",
      of: transfer,
    },
  } as const;
  const deed = asked && deeds[asked];
  return (
    <>
      <Menu
        trigger={
          <IconButton label={`More about ${name}`}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setAsked("transfer")}>Hand the lab over</MenuItem>
        <MenuItem onSelect={() => setAsked("remove")}>Remove from the lab</MenuItem>
      </Menu>
      <Dialog
        open={deed !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title={deed?.title ?? ""}
        description={deed?.what}
      >
        {deed?.of.error && <Problem title="Nothing was changed.">{said(deed.of.error)}</Problem>}
        <Button
          look="danger"
          className="self-start"
          busy={deed?.of.isPending}
          onClick={() => deed?.of.mutate({ lab: lab.slug, userId })}
        >
          {deed?.label}
        </Button>
      </Dialog>
    </>
  );
}
