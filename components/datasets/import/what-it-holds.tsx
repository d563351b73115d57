"use client";
import { Button } from "@/components/ui/button";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { Inspection } from "@/contracts/inspection";
import { useState } from "react";

const step = 30;

/** Columns, variables or objects of the file as it is, whether or not it can be read yet. */
export function WhatItHolds({ contents }: { contents: NonNullable<Inspection["contents"]> }) {
  const [shown, setShown] = useState(step);
  const { what, items, more } = contents;
  return (
    <details open={items.length <= step}>
      <summary className="cursor-pointer font-medium">
        What the file holds: {what}, {items.length + more} things
      </summary>
      <Table label="What the file holds" className="mt-2 max-h-96 text-sm">
        <thead>
          <tr>
            <Th>Name</Th>
            <Th>Type</Th>
            <Th>Size</Th>
            <Th>Begins with</Th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, shown).map(({ path, depth, name, type, dims, unit, first, gaps, looked }) => (
            <Tr key={path}>
              <Td className="whitespace-nowrap">
                <span style={{ paddingLeft: `${depth}rem` }}>{name}</span>
              </Td>
              <Td>
                {type}
                {unit && `, ${unit}`}
              </Td>
              <Td className="whitespace-nowrap">{dims?.join(" x ") ?? ""}</Td>
              <Td className="max-w-72 truncate">
                {first.join(", ")}
                {gaps !== null && gaps > 0 && (
                  <span className="text-muted">
                    {" "}
                    ({gaps} of the first {looked} are gaps)
                  </span>
                )}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {shown < items.length && (
        <Button className="mt-2" onClick={() => setShown(shown + 10 * step)}>
          Show more of {items.length}
        </Button>
      )}
      {more > 0 && <p className="mt-1 text-sm text-muted">{more} more are not listed.</p>}
    </details>
  );
}
