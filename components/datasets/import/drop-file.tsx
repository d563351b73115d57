"use client";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import { Progress } from "@/components/ui/progress";
import type { UploadSummary } from "@/contracts/upload";
import clsx from "clsx";
import { FileUp } from "lucide-react";
import { useState, type DragEvent } from "react";
import { useSendFile, type SendState } from "./use-send-file";

const size = (bytes: number) =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0)} MB`;

/** Drop a file, or choose one; it is sent from where it was left, after a reload and after a dropped connection too. */
export function DropFile({
  lab,
  upload,
  fileName,
  onBegun,
  onSent,
  onCancelled,
}: {
  lab: string;
  /** On its way already. */
  upload: string | null;
  /** Of that one. */
  fileName: string | null;
  onBegun: (upload: string) => void;
  onSent: (upload: UploadSummary) => void;
  onCancelled: () => void;
}) {
  const { state, send, pause, resume, cancel } = useSendFile(lab, upload, {
    ...{ begun: onBegun, sent: onSent, cancelled: onCancelled },
  });
  const asks = state.kind === "empty" || state.kind === "file-needed" || state.kind === "failed";
  return (
    <div className="flex max-w-xl flex-col gap-4">
      {state.kind === "looking" && <p role="status">Looking for the file in this browser.</p>}
      {state.kind === "file-needed" && (
        <p role="status">
          {fileName ?? "The file"} was on its way, and this browser has not kept it. Give the same file once
          more: what the lab has of it already is not sent again.
        </p>
      )}
      {asks && <Target onFile={send} />}
      {"sent" in state && (
        <Moving state={state} onPause={pause} onResume={resume} onCancel={() => void cancel()} />
      )}
      {state.kind === "file-needed" && (
        <div>
          <Button look="quiet" onClick={() => void cancel()}>
            Remove what was sent of it
          </Button>
        </div>
      )}
      {state.kind === "failed" && (
        <Problem
          title={`${state.fileName} was not taken.`}
          action={<Button onClick={resume}>Try again</Button>}
        >
          {state.problem}
        </Problem>
      )}
    </div>
  );
}

function Target({ onFile }: { onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files.item(0);
    if (dropped) onFile(dropped);
  };
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        "flex flex-col items-center gap-2 rounded border border-dashed p-8 text-center focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
        over ? "border-accent bg-accent-wash" : "border-line-strong hover:bg-wash",
      )}
    >
      <FileUp size={20} aria-hidden className="text-muted" />
      <span className="font-medium">Drop a recording here, or choose a file</span>
      <span className="text-sm text-muted">MATLAB, NWB, pyPhotometry, CSV or TSV.</span>
      <input
        type="file"
        className="sr-only"
        onChange={(event) => {
          const chosen = event.target.files?.item(0);
          if (chosen) onFile(chosen);
          event.target.value = "";
        }}
      />
    </label>
  );
}

function Moving({
  state,
  onPause,
  onResume,
  onCancel,
}: {
  state: Extract<SendState, { sent: number }>;
  onPause: () => void;
  onResume: () => void;
  onCancel: () => void;
}) {
  const { kind, fileName, sent, of } = state;
  return (
    <div className="flex flex-wrap items-center gap-4">
      <div className="min-w-48 flex-1">
        <p className="truncate">
          {fileName}: {size(sent)} of {size(of)}
        </p>
        <Progress value={of > 0 ? sent / of : 0} label={`Sending ${fileName}`} />
        <p role="status" className="min-h-5 text-sm text-muted">
          {kind === "waiting" && "The connection is gone. It goes on by itself when the connection is back."}
          {kind === "paused" && "Paused. What was sent is kept for a week."}
          {kind === "sending" && sent >= of && "All of it is there; the lab is checking it."}
        </p>
      </div>
      {kind === "paused" ? (
        <Button onClick={onResume}>Go on</Button>
      ) : (
        <Button onClick={onPause}>Pause</Button>
      )}
      <Button look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
