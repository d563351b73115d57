"use client";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import { Progress } from "@/components/ui/progress";
import type { UploadSummary } from "@/contracts/dataset";
import clsx from "clsx";
import { FileUp } from "lucide-react";
import { useRef, useState, type DragEvent } from "react";
import { sendFile } from "./send-file";

/** Drop a file, or choose one. The file stays chosen when sending fails, so that trying again is one click. */
export function DropFile({ lab, onSent }: { lab: string; onSent: (upload: UploadSummary) => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const stop = useRef<AbortController | null>(null);

  const send = async (chosen: File) => {
    setFile(chosen);
    setProblem(null);
    setShare(0);
    stop.current = new AbortController();
    try {
      onSent(await sendFile(lab, chosen, setShare, stop.current.signal));
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setShare(null);
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files.item(0);
    if (dropped) void send(dropped);
  };

  return (
    <div className="flex max-w-xl flex-col gap-4">
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
        <span className="text-sm text-muted">MATLAB, NWB, pyPhotometry, CSV or TSV. At most 64 MiB.</span>
        <input
          type="file"
          className="sr-only"
          disabled={share !== null}
          onChange={(event) => {
            const chosen = event.target.files?.item(0);
            if (chosen) void send(chosen);
            event.target.value = "";
          }}
        />
      </label>
      {share !== null && file && (
        <div className="flex items-center gap-4">
          <div className="min-w-0 flex-1">
            <p className="truncate">
              {file.name}, {Math.round(100 * share)} %
            </p>
            <Progress value={share} label={`Sending ${file.name}`} />
          </div>
          <Button onClick={() => stop.current?.abort()}>Stop</Button>
        </div>
      )}
      {problem && (
        <Problem
          title={`${file?.name ?? "The file"} was not taken.`}
          action={file && <Button onClick={() => void send(file)}>Send it again</Button>}
        >
          {problem}
        </Problem>
      )}
    </div>
  );
}
