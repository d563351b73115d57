import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/**
 * A dense table: the head stays while rows scroll, and the box scrolls by keyboard when it is wider than the page. It is
 * positioned, so that words hidden from sight within it cannot widen the page.
 */
export function Table({
  label,
  className,
  foot,
  children,
}: {
  label: string;
  className?: string;
  /** Scrolls with the rows, below them. */
  foot?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={clsx("relative overflow-auto rounded border border-line", className)}
    >
      <table className="w-full border-separate border-spacing-0 text-left">{children}</table>
      {foot}
    </div>
  );
}

export function Th({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={clsx(
        "sticky top-0 z-10 h-8 border-b border-line bg-wash px-2 py-1 text-sm font-medium whitespace-nowrap text-muted",
        className,
      )}
      {...rest}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<"td">) {
  return <td className={clsx("h-8 border-b border-line px-2 py-1 align-middle", className)} {...rest} />;
}

export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={clsx("hover:bg-wash [&:last-child>td]:border-b-0", className)} {...rest} />;
}
