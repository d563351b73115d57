"use client";
import { said } from "@/components/list/said";
import { useTRPC } from "@/components/providers/trpc";
import { ShareButton } from "@/components/sharing/share-button";
import { useShare } from "@/components/sharing/share-context";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { DashboardSummary } from "@/contracts/dashboard";
import { useMutation, useQueryClient } from "@tanstack/react-query";
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
  const trpc = useTRPC();
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const shared = useShare();
  const [naming, setNaming] = useState(false);
  const { id, name, archivedAt } = dashboard;
  const base = `/lab/${lab}/dashboards/${id}`;
  const archive = useMutation(
    trpc.dashboards.archive.mutationOptions({
      onSuccess: async (summary) => {
        await queryClient.invalidateQueries({ queryKey: trpc.dashboards.pathKey() });
        if (!summary.archivedAt) return toast({ title: `“${name}” is back.` });
        toast({
          title: `“${name}” is in the trash.`,
          undo: () => archive.mutate({ lab, id, archived: false }),
        });
        router.push(`/lab/${lab}/dashboards`);
      },
      onError: (error) =>
        toast({ tone: "danger", title: "The dashboard stayed as it was.", description: said(error) }),
    }),
  );
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
      <Button onClick={copy}>
        <Link2 size={16} aria-hidden /> Copy address
      </Button>
      {!archivedAt && <ShareButton lab={lab} object={{ kind: "dashboard", id }} name={name} />}
      {!shared && (
        <ButtonLink href={`${base}/history`}>
          <History size={16} aria-hidden /> History
        </ButtonLink>
      )}
      {mayEdit && !archivedAt && (
        <ButtonLink href={`${base}/publish`}>
          <BookOpen size={16} aria-hidden /> Publish
        </ButtonLink>
      )}
      {mayEdit && !archivedAt && (
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
          <MenuItem onSelect={() => archive.mutate({ lab, id, archived: !archivedAt })}>
            {archivedAt ? "Take out of the trash" : "Move to the trash"}
          </MenuItem>
        </Menu>
      )}
      <NameDialog lab={lab} dashboard={dashboard} open={naming} onOpenChange={setNaming} />
    </>
  );
}
