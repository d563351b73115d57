import clsx from "clsx";

/** How far something is, as a thin bar with the number beside it for those who read. */
export function Progress({
  value,
  label,
  className,
}: {
  /** 0 to 1; null while it cannot be told. */
  value: number | null;
  label: string;
  className?: string;
}) {
  const percent = value === null ? undefined : Math.round(100 * value);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={clsx("h-1 overflow-hidden rounded-full bg-sunken", className)}
    >
      <div
        className="h-full bg-accent forced-colors:bg-[Highlight]"
        style={{ width: `${percent ?? 100}%` }}
      />
    </div>
  );
}
