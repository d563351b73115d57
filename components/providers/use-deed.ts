"use client";
import { said } from "@/components/list/said";
import { useToast, type ToastMessage } from "@/components/ui/toast";
import { useQueryClient, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { useCallback } from "react";

/** A change to what the page shows already. @returns what takes it back. */
export type Show = (queryClient: QueryClient) => () => void;

/** Shows other data under a key; where there is none yet, nothing is shown. `key` must be that of one exact question. */
export const showing =
  <Data>(key: QueryKey & { [Tag in never]: Data }, change: (data: Data) => Data): Show =>
  (queryClient) => {
    const before = queryClient.getQueryData<Data>(key);
    if (before === undefined) return () => {};
    void queryClient.cancelQueries({ queryKey: key });
    queryClient.setQueryData<Data>(key, change(before));
    return () => queryClient.setQueryData<Data>(key, before);
  };

/** Shows every list under a path without one of its rows: pages of lists, however many were read. */
export const showingWithout =
  (path: QueryKey, id: string): Show =>
  (queryClient) => {
    const before = queryClient.getQueriesData({ queryKey: path });
    queryClient.setQueriesData({ queryKey: path }, (data: unknown) => without(data, id));
    return () => before.forEach(([key, data]) => queryClient.setQueryData(key, data));
  };

interface Rows {
  readonly rows: readonly { readonly id: string }[];
  readonly total: number;
}
const isRows = (data: unknown): data is Rows =>
  typeof data === "object" && data !== null && "rows" in data && Array.isArray(data.rows);

function without(data: unknown, id: string): unknown {
  if (isRows(data)) {
    const rows = data.rows.filter((row) => row.id !== id);
    return { ...data, rows, total: data.total - (data.rows.length - rows.length) };
  }
  if (typeof data === "object" && data !== null && "pages" in data && Array.isArray(data.pages))
    return { ...data, pages: data.pages.map((page) => without(page, id)) };
  return data;
}

export interface Deed<Result> {
  /** What the page shows at once, before the server has answered. */
  readonly shows?: readonly Show[];
  readonly does: () => Promise<Result>;
  /** What to say when it is refused; the reason follows. "Fair was not archived." */
  readonly failed: string;
  /** What to say when it is done, with the way back. */
  readonly done?: (result: Result) => ToastMessage | null;
  /** Questions whose answers may be others now. */
  readonly refreshes: readonly QueryKey[];
}

/**
 * Does things at once: the page shows them before the server has answered, takes them back with the reason when it refuses,
 * and offers to undo what is done instead of asking whether one is sure.
 */
export function useDeed(): <Result>(deed: Deed<Result>) => Promise<Result | undefined> {
  const queryClient = useQueryClient();
  const toast = useToast();
  return useCallback(
    async ({ shows = [], does, failed, done, refreshes }) => {
      const takeBack = shows.map((show) => show(queryClient));
      try {
        const result = await does();
        const message = done?.(result);
        if (message) toast(message);
        return result;
      } catch (error) {
        for (const back of takeBack.reverse()) back();
        toast({ title: failed, description: said(error as Error), tone: "danger" });
        return undefined;
      } finally {
        await Promise.all(refreshes.map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      }
    },
    [queryClient, toast],
  );
}
