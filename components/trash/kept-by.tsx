"use client";
import { Name } from "@/components/ui/name";
import { When } from "@/components/ui/when";
import { objectKey, objectTitle } from "@/contracts/object";
import type { Trashed } from "@/contracts/trash";
import Link from "next/link";
import { Fragment } from "react";

const shown = 3;

/** What becomes of something in the trash: when it goes, or because of what it stays. */
export function KeptBy({ trashed: { keptBy, until } }: { trashed: Trashed }) {
  if (keptBy.length === 0)
    return (
      <>
        Deleted for good <When date={until} />.
      </>
    );
  return (
    <>
      Kept, because it is used by{" "}
      {keptBy.slice(0, shown).map(({ ref, name, href }, index) => (
        <Fragment key={objectKey(ref)}>
          {index > 0 && ", "}
          the {objectTitle[ref.kind].toLowerCase()}{" "}
          <Link href={href} className="underline">
            <Name name={name} />
          </Link>
        </Fragment>
      ))}
      {keptBy.length > shown && ` and ${keptBy.length - shown} more`}.
    </>
  );
}
