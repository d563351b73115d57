"use client";
import { authorColumn, whenColumn } from "@/components/list/common-columns";
import type { ListColumn } from "@/components/list/list-column";
import { nextPage } from "@/components/list/list-state";
import { ObjectList } from "@/components/list/object-list";
import { useList, useQuestion } from "@/components/list/use-list";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Name } from "@/components/ui/name";
import { graceDays } from "@/contracts/lab";
import { type ObjectKind, objectTitle } from "@/contracts/object";
import { type Trashed, trashList, type TrashRef } from "@/contracts/trash";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { KeptBy } from "./kept-by";
import { useTrash } from "./use-trash";

export function TrashList({ lab, mayEdit }: { lab: string; mayEdit: boolean }) {
  const trpc = useTRPC();
  const controls = useList(trashList);
  const { restore } = useTrash(lab);
  const query = useInfiniteQuery(
    trpc.trash.list.infiniteQueryOptions(useQuestion(lab, controls), {
      getNextPageParam: nextPage,
      placeholderData: keepPreviousData,
    }),
  );
  const back: ListColumn<Trashed> = {
    key: "restore",
    title: "",
    align: "right",
    cell: ({ object, name }) => (
      <Button aria-label={`Restore ${name}`} onClick={() => restore(object.ref as TrashRef, name)}>
        Restore
      </Button>
    ),
  };
  return (
    <ObjectList
      noun="things in the trash"
      columns={mayEdit ? [...columns, back] : columns}
      controls={controls}
      query={query}
      nameOf={({ name }) => name}
      empty={
        <EmptyState title="The trash is empty">
          What somebody moves to the trash stays here for {graceDays} days and can be restored. Then it is
          deleted for good, unless something still uses it.
        </EmptyState>
      }
    />
  );
}

const columns: readonly ListColumn<Trashed>[] = [
  {
    key: "name",
    title: "Name",
    sort: "name",
    className: "min-w-44 whitespace-normal",
    cell: ({ object, name }) => (
      <Link href={object.href} data-row-link="" className="font-medium break-words hover:underline">
        <Name name={name} />
      </Link>
    ),
  },
  {
    key: "kind",
    title: "Kind",
    sort: "kind",
    filter: "kind",
    say: ({ value }) => objectTitle[value as ObjectKind] ?? value,
    cell: ({ object }) => objectTitle[object.ref.kind],
  },
  whenColumn("Since", "trashed", ({ at }) => at),
  { ...authorColumn<Trashed>(({ by }) => by), title: "By", sort: undefined },
  {
    key: "until",
    title: "What becomes of it",
    className: "min-w-44 whitespace-normal",
    cell: (row) => <KeptBy trashed={row} />,
  },
];
