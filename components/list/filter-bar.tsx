"use client";
import type { ReactNode } from "react";
import { Input } from "../ui/input";

/** Filter by typing, with how many rows are left of how many. */
export function FilterBar({
  value,
  onChange,
  label,
  shown,
  of,
  children,
}: {
  value: string;
  onChange: (text: string) => void;
  label: string;
  shown: number;
  of: number;
  children?: ReactNode;
}) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-3">
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        className="max-w-72"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <span role="status" className="text-sm text-muted">
        {shown === of ? `${of}` : `${shown} of ${of}`}
      </span>
      {children}
    </div>
  );
}
