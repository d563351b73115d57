"use client";
import Link from "next/link";
import { Name } from "../ui/name";
import { Tags } from "../ui/tags";
import { When } from "../ui/when";
import { sayAuthor, type ListColumn } from "./list-column";

/** The columns that mean the same in every list. */

/** The name, which leads to the object, with its tags below; what has tags can be narrowed by them. */
export const nameColumn = <Row extends { name: string; tags?: readonly string[] }>(
  href: (row: Row) => string,
  withTags = true,
): ListColumn<Row> => ({
  key: "name",
  title: "Name",
  sort: "name",
  ...(withTags ? { filter: "tag", filterTitle: "Tag" } : {}),
  className: "min-w-44 whitespace-normal",
  cell: (row) => (
    <>
      <Link href={href(row)} data-row-link="" className="font-medium break-words hover:underline">
        <Name name={row.name} />
      </Link>
      <Tags tags={row.tags ?? []} />
    </>
  ),
});

export const authorColumn = <Row,>(author: (row: Row) => string | null): ListColumn<Row> => ({
  key: "author",
  title: "Author",
  sort: "author",
  filter: "author",
  say: sayAuthor,
  cell: (row) => <Name name={author(row)} />,
});

export const whenColumn = <Row,>(title: string, sort: string, when: (row: Row) => Date): ListColumn<Row> => ({
  key: sort,
  title,
  sort,
  className: "text-muted",
  cell: (row) => <When date={when(row)} />,
});
