"use client";
import { download, fileName } from "@/components/charts/figure/download";
import { DiscussButton } from "@/components/comments/discuss-button";
import { said } from "@/components/list/said";
import { useTRPC, useTRPCClient } from "@/components/providers/trpc";
import { useDeed } from "@/components/providers/use-deed";
import { useTakeAway } from "@/components/charts/figure/take-away";
import { ShareButton } from "@/components/sharing/share-button";
import { useTrash } from "@/components/trash/use-trash";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import {
  comparisonNwbQuery,
  queryOf,
  type ComparisonExportFormat,
  type ComparisonSummary,
} from "@/contracts/comparison";
import { useQueryClient } from "@tanstack/react-query";
import { Download, Ellipsis, Link2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { documentFrom } from "@/components/dashboards/from-comparison";
import { ConflictDialog } from "./conflict-dialog";
import { HistoryDialog } from "./history-dialog";
import { SaveDialog } from "./save-dialog";
import { longestAddress } from "./state";
import type { ComparisonControls } from "./use-comparison-state";
import { useSaving } from "./use-saving";
import { viewInput } from "./use-comparison-view";
import { zipped } from "./zipped";

/** Share, export, save. A state too long for an address is saved first, and the saved comparison is shared. */
export function ComparisonActions({
  lab,
  saved,
  controls,
  mayEdit,
}: {
  lab: string;
  saved: ComparisonSummary | null;
  controls: ComparisonControls;
  mayEdit: boolean;
}) {
  const { state, changed } = controls;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [saving, setSaving] = useState<"save" | "share" | null>(null);
  const { refusal } = useTakeAway();
  const [exporting, setExporting] = useState(false);
  const empty = state.groups.length === 0;

  const saver = useSaving(lab, saved, changed);
  const [looking, setLooking] = useState(false);

  const share = () => {
    const address = window.location.href;
    if (address.length > longestAddress && mayEdit) return setSaving("share");
    navigator.clipboard.writeText(address).then(
      () =>
        toast({
          title: "The address of this view is copied.",
          description: "It opens for members of this lab.",
        }),
      () => toast({ title: "The browser did not allow copying.", description: address }),
    );
  };
  const exportAll = async (format: ComparisonExportFormat) => {
    setExporting(true);
    try {
      const { files } = await queryClient.fetchQuery(
        trpc.comparisons.export.queryOptions({ ...viewInput(lab, state), panel: null, format }),
      );
      download(
        new Blob([await zipped(files)], { type: "application/zip" }),
        `${fileName(saved?.name ?? "comparison")}-${format}.zip`,
      );
    } catch (error) {
      toast({
        tone: "danger",
        title: "The numbers could not be exported.",
        description: error instanceof Error ? said(error) : "Try again.",
      });
    } finally {
      setExporting(false);
    }
  };

  const deed = useDeed();
  /** What is published is a dashboard: one with everything that the comparison shows is made first. */
  const publish = (shown: ComparisonSummary) =>
    void deed({
      does: () => client.dashboards.create.mutate({ lab, name: shown.name, document: documentFrom(shown) }),
      failed: `“${shown.name}” did not become a dashboard.`,
      done: ({ id }) => {
        router.push(`/lab/${lab}/dashboards/${id}/publish`);
        return null;
      },
      refreshes: [trpc.dashboards.pathKey()],
    });
  const { put } = useTrash(lab);
  return (
    <>
      <DiscussButton />
      <Button data-tour="take" onClick={share} disabled={empty}>
        <Link2 size={16} aria-hidden /> Copy address
      </Button>
      {saved && <ShareButton lab={lab} object={{ kind: "comparison", id: saved.id }} name={saved.name} />}
      {refusal === null && (
        <Menu
          trigger={
            <Button busy={exporting} disabled={empty}>
              <Download size={16} aria-hidden /> Export all
            </Button>
          }
        >
          <MenuLabel>Values, aggregates and their dictionary</MenuLabel>
          <MenuItem onSelect={() => void exportAll("csv")}>CSV tables</MenuItem>
          <MenuItem onSelect={() => void exportAll("parquet")}>Parquet tables</MenuItem>
          <MenuItem asChild>
            <a
              href={`/api/lab/${lab}/comparisons/export?${comparisonNwbQuery({ ...queryOf(state), name: saved?.name ?? "comparison" })}`}
              download
            >
              NWB files of every subject, with the tables
            </a>
          </MenuItem>
        </Menu>
      )}
      {mayEdit && saved && changed && (
        <Button look="primary" busy={saver.busy} onClick={() => saver.save(state)}>
          Save changes
        </Button>
      )}
      {mayEdit && (
        <Button look={saved ? "plain" : "primary"} disabled={empty} onClick={() => setSaving("save")}>
          {saved ? "Save as" : "Save"}
        </Button>
      )}
      {mayEdit && saved && (
        <Menu
          trigger={
            <IconButton label="More">
              <Ellipsis size={16} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => router.push(`/lab/${lab}/dashboards/new?comparison=${saved.id}`)}>
            Make a dashboard of it
          </MenuItem>
          <MenuItem onSelect={() => publish(saved)}>Publish it as a dashboard</MenuItem>
          <MenuItem onSelect={() => setLooking(true)}>Earlier states</MenuItem>
          <MenuItem onSelect={() => put({ kind: "comparison", id: saved.id }, saved.name)}>
            Move to trash
          </MenuItem>
        </Menu>
      )}
      {saved && looking && <HistoryDialog lab={lab} saved={saved} onClose={() => setLooking(false)} />}
      {saver.theirs && saver.began && (
        <ConflictDialog
          lab={lab}
          base={saver.began}
          mine={state}
          theirs={saver.theirs}
          busy={saver.busy}
          onSave={(chosen) => saver.settle(chosen, state)}
          onTheirs={() => saver.takeTheirs(state)}
          onLater={saver.later}
        />
      )}
      <SaveDialog
        lab={lab}
        state={state}
        open={saving !== null}
        onOpenChange={(open) => !open && setSaving(null)}
        reason={
          saving === "share"
            ? "The address of this view is too long for some mail and chat programs. Saved, it has a short one."
            : null
        }
        notes={saved?.notes ?? ""}
      />
    </>
  );
}
