"use client";
import { DropFile } from "@/components/datasets/import/drop-file";
import { nextPage } from "@/components/list/list-state";
import { said } from "@/components/list/said";
import { ShowOlder } from "@/components/list/show-older";
import { useTRPC } from "@/components/providers/trpc";
import { Button, buttonClass } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import { Progress } from "@/components/ui/progress";
import { When } from "@/components/ui/when";
import type { LabArchive } from "@/contracts/lab-archive";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const isUnfinished = ({ status }: LabArchive) => status === "waiting" || status === "running";
const size = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** For owners: the whole lab as one file, and such a file into a lab that is empty. */
export function LabArchives({ lab }: { lab: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const query = useInfiniteQuery(
    trpc.labArchives.list.infiniteQueryOptions(
      { lab, limit: 10 },
      {
        getNextPageParam: nextPage,
        refetchInterval: ({ state }) => (state.data?.pages[0].rows.some(isUnfinished) ? 1000 : false),
      },
    ),
  );
  const data = query.data && {
    archives: query.data.pages.flatMap(({ rows }) => rows),
    isEmpty: query.data.pages[0].isEmpty,
  };
  const again = () => client.invalidateQueries({ queryKey: trpc.labArchives.list.pathKey() });
  const make = useMutation(trpc.labArchives.export.mutationOptions({ onSettled: again }));
  const bring = useMutation(trpc.labArchives.import.mutationOptions({ onSettled: again }));
  const [upload, setUpload] = useState<string | null>(null);
  const busy = data?.archives.some(isUnfinished) ?? false;
  const broughtIn = data?.archives.find(({ kind, status }) => kind === "import" && status === "done");
  // what came in is on every page of the lab
  const broughtInId = broughtIn?.id;
  useEffect(() => {
    if (broughtInId !== undefined) router.refresh();
  }, [broughtInId, router]);
  return (
    <section aria-labelledby="archives" className="flex flex-col gap-3">
      <h2 id="archives" className="font-semibold">
        The whole lab as one file
      </h2>
      <p className="text-muted">
        Models, paradigms, experiments with every result, recordings with their files, comparisons,
        dashboards, publications, comments and history: for keeping, and for an empty lab on this server or
        another. Members, invitations and what is shared with other labs stay behind.
      </p>
      {make.error && <Problem title="No archive was begun.">{said(make.error)}</Problem>}
      <Button
        className="self-start"
        busy={make.isPending}
        disabled={!data || busy}
        onClick={() => make.mutate({ lab })}
      >
        Make an archive
      </Button>
      {data && data.archives.length > 0 && (
        <ul className="flex flex-col gap-2">
          {data.archives.map((archive) => (
            <Archive key={archive.id} lab={lab} archive={archive} onChange={() => void again()} />
          ))}
        </ul>
      )}
      <ShowOlder query={query} />
      {data?.isEmpty && !busy && (
        <div className="flex flex-col gap-2">
          <h3 className="font-semibold">Bring in an archive</h3>
          <p className="text-muted">
            This lab is empty, so it can take one. All of it comes in, or nothing; authors and dates are shown
            as the archive states them.
          </p>
          {bring.error && <Problem title="The archive was not taken.">{said(bring.error)}</Problem>}
          <DropFile
            {...{ lab, upload, fileName: null }}
            onBegun={setUpload}
            onSent={({ id }) => {
              setUpload(null);
              bring.mutate({ lab, uploadId: id });
            }}
            onCancelled={() => setUpload(null)}
          />
        </div>
      )}
    </section>
  );
}

function Archive({ lab, archive, onChange }: { lab: string; archive: LabArchive; onChange: () => void }) {
  const trpc = useTRPC();
  const own = { lab, archive: archive.id };
  const cancel = useMutation(trpc.labArchives.cancel.mutationOptions({ onSettled: onChange }));
  const remove = useMutation(trpc.labArchives.remove.mutationOptions({ onSettled: onChange }));
  const { kind, status, done, total, contentHash } = archive;
  return (
    <li className="flex flex-col gap-2 rounded border border-line p-3">
      <p>
        {words(archive)}, <When date={archive.finishedAt ?? archive.createdAt} />
        {archive.author && ` by ${archive.author}`}
        {status === "done" && kind === "export" && `, ${size(archive.byteLength)}`}
      </p>
      {isUnfinished(archive) && (
        <Progress
          label={kind === "export" ? "The archive is being made" : "The archive is being brought in"}
          value={total > 0 ? done / total : null}
        />
      )}
      {archive.problem && <p role="status">{archive.problem}</p>}
      {contentHash && (
        <p className="text-sm break-all text-muted">
          Content hash <code>{contentHash}</code>
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {status === "done" && kind === "export" && (
          <a className={buttonClass("plain")} href={`/api/lab/${lab}/archives/${archive.id}`} download>
            Download
          </a>
        )}
        {isUnfinished(archive) ? (
          <Button look="quiet" busy={cancel.isPending} onClick={() => cancel.mutate(own)}>
            Cancel
          </Button>
        ) : (
          <Button look="quiet" busy={remove.isPending} onClick={() => remove.mutate(own)}>
            {kind === "export" ? "Remove this archive" : "Remove this entry"}
          </Button>
        )}
      </div>
    </li>
  );
}

function words({ kind, status, labName }: LabArchive): string {
  const what = kind === "export" ? "Archive of this lab" : labName ? `Archive of ${labName}` : "An archive";
  const happened = {
    waiting: "waits for a worker",
    running: kind === "export" ? "is being made" : "is being brought in",
    done: kind === "export" ? "made" : "brought in",
    failed: "refused",
    cancelled: "cancelled",
  }[status];
  return `${what} ${happened}`;
}
