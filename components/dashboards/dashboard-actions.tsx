"use client";
import { DiscussButton } from "@/components/comments/discuss-button";
import { ShareButton } from "@/components/sharing/share-button";
import { useShare } from "@/components/sharing/share-context";
import { useTrash } from "@/components/trash/use-trash";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { DashboardSummary } from "@/contracts/dashboard";
import { BookOpen, Ellipsis, History, Link2, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { NameDialog } from "./name-dialog";

export function DashboardActions({
  lab,
  dashboard,
  mayEdit,
}: {
  lab: string;
  dashboard: DashboardSummary;
  mayEdit: boolean;
}) {
  const toast = useToast();
  const shared = useShare();
  const router = useRouter();
  const [naming, setNaming] = useState(false);
  const { id, name, trashedAt } = dashboard;
  const base = `/lab/${lab}/dashboards/${id}`;
  const { put, restore } = useTrash(lab);
  const ref = { kind: "dashboard" as const, id };
  const copy = () => {
    const address = window.location.href;
    navigator.clipboard.writeText(address).then(
      () =>
        toast({
          title: "The address of this view is copied.",
          description: "It opens for members of this lab.",
        }),
      () => toast({ title: "The browser did not allow copying.", description: address }),
    );
  };
  return (
    <>
      <DiscussButton />
      <Button onClick={copy}>
        <Link2 size={16} aria-hidden /> Copy address
      </Button>
      {!trashedAt && <ShareButton lab={lab} object={{ kind: "dashboard", id }} name={name} />}
      {!shared && (
        <ButtonLink href={`${base}/history`}>
          <History size={16} aria-hidden /> History
        </ButtonLink>
      )}
      {mayEdit && !trashedAt && (
        <ButtonLink href={`${base}/publish`}>
          <BookOpen size={16} aria-hidden /> Publish
        </ButtonLink>
      )}
      {mayEdit && !trashedAt && (
        <ButtonLink look="primary" href={`${base}/edit`}>
          <Pencil size={16} aria-hidden /> Edit
        </ButtonLink>
      )}
      {mayEdit && (
        <Menu
          trigger={
            <IconButton label="More">
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => setNaming(true)}>Name and tags</MenuItem>
          <MenuItem onSelect={() => router.push(`${base}/blind`)}>Blind review</MenuItem>
          <MenuItem onSelect={() => (trashedAt ? restore(ref, name) : put(ref, name))}>
            {trashedAt ? "Restore" : "Move to trash"}
          </MenuItem>
        </Menu>
      )}
      <NameDialog lab={lab} dashboard={dashboard} open={naming} onOpenChange={setNaming} />
    </>
  );
}
