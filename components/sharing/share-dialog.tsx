"use client";
import { nextPage } from "@/components/list/list-state";
import { Paged } from "@/components/list/paged";
import { useTRPC } from "@/components/providers/trpc";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { type ObjectRef, objectTitle } from "@/contracts/object";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { GivenItem } from "./given-item";
import { OfferForm } from "./offer-form";

/** Who outside the lab sees the object, and on which terms; and who shall. */
export function ShareDialog({
  lab,
  object,
  name,
  onClose,
}: {
  lab: string;
  object: ObjectRef;
  name: string;
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const given = useInfiniteQuery(
    trpc.shares.given.infiniteQueryOptions({ lab, object, onlyOpen: true }, { getNextPageParam: nextPage }),
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Share “${name}”`}
      description={`Everybody in this lab sees the ${objectTitle[object.kind].toLowerCase()} already. Another lab sees it, and what it is made of, when one of them accepts.`}
    >
      <Paged
        query={given}
        what="whom it is shared with"
        noun="shares"
        waiting={<Skeleton className="h-12" />}
      >
        {(open) =>
          open.length > 0 && (
            <ul aria-label="Shared with" className="flex flex-col gap-2">
              {open.map((share) => (
                <li key={share.id} className="rounded border border-line p-2">
                  <GivenItem lab={lab} share={share} />
                </li>
              ))}
            </ul>
          )
        }
      </Paged>
      <section aria-labelledby="another" className="flex flex-col gap-3">
        <h2 id="another" className="font-semibold">
          Share it with another lab
        </h2>
        <OfferForm lab={lab} object={object} />
      </section>
      <Link href={`/lab/${lab}/sharing`} className="self-start text-accent underline">
        Who sees what of this lab
      </Link>
    </Dialog>
  );
}
