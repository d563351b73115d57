"use client";
import { useTRPCClient } from "@/components/providers/trpc";
import type { UploadSummary } from "@/contracts/upload";
import { useCallback, useEffect, useRef, useState } from "react";
import { forgetFile, keepFile, keptFile } from "./kept-files";
import { sendFile, type Sending } from "./send-file";
import { uploadWire } from "./upload-wire";

export type SendState =
  /** Nothing is on its way. */
  | { readonly kind: "empty" }
  /** The file was begun before; whether the browser has kept it is being found out. */
  | { readonly kind: "looking" }
  /** The file was begun before, and the browser has not kept it: the person gives it once more. */
  | { readonly kind: "file-needed" }
  | (Sending & { readonly fileName: string })
  | { readonly kind: "paused"; readonly fileName: string; readonly sent: number; readonly of: number }
  /** The server, or the file, does not let it go on. */
  | { readonly kind: "failed"; readonly fileName: string; readonly problem: string };

class Stopped extends Error {}

/**
 * Sends a file to the lab, across reloads and dropped connections.
 *
 * @param upload on its way already, from the address; null for none.
 * @param onBegun gets its id as soon as it has one, for the address.
 */
export function useSendFile(
  lab: string,
  upload: string | null,
  on: { begun: (upload: string) => void; sent: (upload: UploadSummary) => void; cancelled: () => void },
) {
  const client = useTRPCClient();
  const [state, setState] = useState<SendState>({ kind: upload === null ? "empty" : "looking" });
  const run = useRef<{ file: File; upload: string | null; stop: AbortController } | null>(null);
  const handlers = useRef(on);
  useEffect(() => {
    handlers.current = on;
  });

  const send = useCallback(
    async (file: File) => {
      run.current?.stop.abort(new Stopped());
      const own = { file, upload: null as string | null, stop: new AbortController() };
      run.current = own;
      const fileName = file.name;
      setState({ kind: "sending", fileName, sent: 0, of: file.size });
      let last = 0;
      try {
        const done = await sendFile(
          file,
          uploadWire(lab, client),
          {
            begun: ({ id }) => {
              own.upload = id;
              void keepFile(id, file);
              handlers.current.begun(id);
            },
            progress: (sending) => {
              last = sending.sent;
              if (run.current === own) setState({ ...sending, fileName });
            },
          },
          own.stop.signal,
        );
        if (own.upload) void forgetFile(own.upload);
        if (run.current === own) handlers.current.sent(done);
      } catch (error) {
        if (run.current !== own) return;
        if (error instanceof Stopped) setState({ kind: "paused", fileName, sent: last, of: file.size });
        else
          setState({
            ...{ kind: "failed", fileName },
            problem: error instanceof Error ? error.message : String(error),
          });
      }
    },
    [lab, client],
  );

  // after a reload it goes on by itself
  useEffect(() => {
    if (upload === null || run.current) return;
    let left = false;
    void keptFile(upload).then((file) => {
      if (left || run.current) return;
      if (file) void send(file);
      else setState({ kind: "file-needed" });
    });
    return () => {
      left = true;
    };
  }, [upload, send]);
  useEffect(
    () => () => {
      const own = run.current;
      run.current = null;
      own?.stop.abort(new Stopped());
    },
    [],
  );

  return {
    state,
    /** Begins, or goes on with the file that was begun before. */
    send: (file: File) => void send(file),
    pause: () => run.current?.stop.abort(new Stopped()),
    resume: () => {
      if (run.current) void send(run.current.file);
    },
    /** Nothing of it stays. */
    async cancel() {
      const own = run.current;
      run.current = null;
      own?.stop.abort(new Stopped());
      const id = own?.upload ?? upload;
      setState({ kind: "empty" });
      if (id !== null) {
        void forgetFile(id);
        await client.uploads.remove.mutate({ lab, uploadId: id }).catch(() => {});
      }
      handlers.current.cancelled();
    },
  };
}
