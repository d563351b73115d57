"use client";
import { QueryState } from "@/components/list/query-state";
import { useTRPC } from "@/components/providers/trpc";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { BlindPreview, BlindWording, Replacement } from "@/contracts/blind";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { WarningList } from "./warning-list";

interface Props {
  readonly lab: string;
  readonly dashboard: string;
  readonly version: number;
  readonly wording: BlindWording;
  /** False while something was typed that is not looked at yet. */
  readonly isSettled: boolean;
  readonly accepted: readonly string[];
  readonly onAccepted: (keys: readonly string[]) => void;
  readonly onReplacements: (replacements: readonly Replacement[]) => void;
  readonly onWithoutCitation: (keys: readonly string[]) => void;
}

/** What the copy would still say of who made it, read anew after every change. */
export function Check(props: Props) {
  const { lab, dashboard, version, wording, isSettled } = props;
  const trpc = useTRPC();
  const preview = useQuery(
    trpc.blind.preview.queryOptions(
      { lab, dashboard, version, ...wording },
      { placeholderData: keepPreviousData, staleTime: Infinity },
    ),
  );
  return (
    <section
      aria-labelledby="identifies"
      aria-busy={!isSettled || preview.isFetching || undefined}
      className="flex flex-col gap-4 rounded border border-line bg-wash p-3"
    >
      <h3 id="identifies" className="font-semibold">
        What may say whose it is
      </h3>
      <QueryState query={preview} what="what the copy would say" waiting={<Skeleton className="h-16" />}>
        {(found) => <Found found={found} {...props} />}
      </QueryState>
    </section>
  );
}

function Found({
  found: { warnings, citations, missing },
  wording: { replacements, withoutCitation },
  accepted,
  onAccepted,
  onReplacements,
  onWithoutCitation,
}: Props & { found: BlindPreview }) {
  const open = warnings.filter(({ key }) => !accepted.includes(key)).length;
  return (
    <>
      <p role="status">
        {warnings.length === 0
          ? "Nothing was found: no name of the lab or its people, no address, no work of theirs."
          : open === 0
            ? "Everything that was found may stay."
            : `${open} of ${warnings.length} ${warnings.length === 1 ? "thing" : "things"} to decide.`}
      </p>
      <WarningList
        warnings={warnings}
        accepted={accepted}
        onAccept={(key, mayStay) =>
          onAccepted(mayStay ? [...accepted, key] : accepted.filter((one) => one !== key))
        }
        onReplace={(find, put) => onReplacements([...replacements, { find, put }])}
        onLeaveOut={(key) => onWithoutCitation([...withoutCitation, key])}
      />
      {replacements.length > 0 && (
        <ul aria-label="Replaced" className="flex flex-col gap-1">
          {replacements.map(({ find, put }) => (
            <li key={find} className="flex flex-wrap items-center gap-2">
              <span className="min-w-0 break-words">
                “{find}” is {put ? `“${put}”` : "left out"}
              </span>
              <Button
                look="quiet"
                aria-label={`Do not replace “${find}”`}
                onClick={() => onReplacements(replacements.filter((one) => one.find !== find))}
              >
                Take back
              </Button>
            </li>
          ))}
        </ul>
      )}
      {citations.length > 0 && (
        <fieldset className="flex flex-col gap-1">
          <legend className="font-medium">Works that the copy cites</legend>
          {citations.map(({ key, text, doi }) => (
            <label key={key} className="flex min-h-8 items-start gap-2">
              <input
                type="checkbox"
                className="mt-1"
                checked={!withoutCitation.includes(key)}
                onChange={(event) =>
                  onWithoutCitation(
                    event.target.checked
                      ? withoutCitation.filter((one) => one !== key)
                      : [...withoutCitation, key],
                  )
                }
              />
              <span className="min-w-0 break-words">
                {text}
                {doi && ` doi:${doi}`}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {missing > 0 && (
        <p className="text-sm text-muted">
          {missing} {missing === 1 ? "thing" : "things"} that the lab may not show{" "}
          {missing === 1 ? "is" : "are"} left out and not named.
        </p>
      )}
    </>
  );
}
