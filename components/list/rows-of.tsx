import clsx from "clsx";
import { Table, Td, Th, Tr } from "../ui/table";
import type { ListColumn } from "./list-column";

/** A few rows of a list, on a page that is about something else: nothing to order or narrow. */
export function RowsOf<Row extends { readonly id: string }>({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: readonly ListColumn<Row>[];
  rows: readonly Row[];
}) {
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map(({ key, title, align }) => (
            <Th key={key} className={align === "right" ? "text-right" : undefined}>
              {title}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id} data-list-row="" className={rowClass}>
            {columns.map(({ key, cell, align, className }, index) => (
              <Td
                key={key}
                className={clsx(index === 0 && nameCellClass, align === "right" && "text-right", className)}
              >
                {cell(row)}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The name of a row stays in sight while the rest is scrolled under it. */
export const nameCellClass =
  "whitespace-normal sticky left-0 bg-paper group-hover:bg-wash max-w-[60vw] sm:max-w-md";

/** Cells stay on one line, but for those of columns that say otherwise. */
export const rowClass = "group whitespace-nowrap";
