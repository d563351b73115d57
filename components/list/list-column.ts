import type { ListChoice } from "@/contracts/list";
import type { ReactNode } from "react";

/** A column of a list: what it shows, and by what the server orders and narrows. */
export interface ListColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The order behind a press on its head, as the contract names it, without "-". */
  readonly sort?: string;
  /** The column of the question that its menu narrows. */
  readonly filter?: string;
  /** What that is called, where it is not the column's own title. */
  readonly filterTitle?: string;
  /** A value of the filter in words, where neither the value nor its label says it. */
  readonly say?: (choice: Pick<ListChoice, "value" | "label">) => string;
  readonly align?: "right";
  readonly className?: string;
  /** Not shown until somebody chooses it. */
  readonly unusual?: boolean;
}

export const sayChoice = <Row>(
  { say }: Pick<ListColumn<Row>, "say">,
  choice: Pick<ListChoice, "value" | "label">,
): string => say?.(choice) ?? choice.label ?? (choice.value || "none");

/** An author's id in words; without one the machinery made it. */
export const sayAuthor = ({ value, label }: Pick<ListChoice, "value" | "label">): string =>
  label ?? (value ? "somebody who left" : "Phasic");
