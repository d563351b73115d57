import { When } from "@/components/ui/when";
import { objectTitle } from "@/contracts/object";
import type { Departure } from "@/contracts/share";
import { wordsOfUse } from "./terms-words";

/** What left through a share, newest first. */
export function Departures({ departures }: { departures: readonly Departure[] }) {
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {departures.map(({ use, kind, name, lab, at }, index) => (
        <li key={index}>
          {objectTitle[kind]} <bdi>“{name}”</bdi>: {wordsOfUse[use].left} by{" "}
          <bdi>{lab ?? "a lab that is gone"}</bdi>, <When date={at} />
        </li>
      ))}
    </ul>
  );
}
