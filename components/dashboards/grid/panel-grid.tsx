import type { Panel } from "@/contracts/dashboard";
import type { CSSProperties, ReactNode, Ref } from "react";
import { cellsOf } from "./layout";

/** Least height of a row, px. Rows grow with what stands in them: nothing of a panel is ever cut off. */
export const rowHeight = 56;

/**
 * Panels in reading order, on twelve columns where there is room, in one column where there is not. `arranged` may differ
 * from the order of `panels` while somebody moves one: only where things stand changes then, not what is where in the page.
 */
export function PanelGrid({
  panels,
  arranged = panels,
  className = "",
  ref,
  children,
}: {
  panels: readonly Panel[];
  arranged?: readonly Panel[];
  className?: string;
  ref?: Ref<HTMLDivElement>;
  children: (panel: Panel) => ReactNode;
}) {
  const cells = cellsOf(arranged);
  const styles = new Map(
    arranged.map(({ id }, index) => {
      const { x, y, w, h } = cells[index];
      return [
        id,
        { "--cell": `${y + 1} / ${x + 1} / span ${h} / span ${w}`, "--turn": index } as CSSProperties,
      ];
    }),
  );
  return (
    <div
      ref={ref}
      className={`grid grid-cols-1 gap-x-6 gap-y-8 lg:[grid-auto-rows:minmax(var(--row),auto)] lg:grid-cols-[repeat(12,minmax(0,1fr))] ${className}`}
      style={{ "--row": `${rowHeight}px` } as CSSProperties}
    >
      {panels.map((panel) => (
        <div
          key={panel.id}
          style={styles.get(panel.id)}
          className="min-w-0 max-lg:[order:var(--turn)] lg:[grid-area:var(--cell)]"
        >
          {children(panel)}
        </div>
      ))}
    </div>
  );
}
