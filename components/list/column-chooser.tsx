"use client";
import { Columns3 } from "lucide-react";
import { Button } from "../ui/button";
import { Menu, MenuCheckItem, MenuItem } from "../ui/menu";
import type { ListColumn } from "./list-column";

/** Which columns stand there. The first one always does: it names the row. */
export function ColumnChooser<Row>({
  columns,
  shown,
  onChange,
}: {
  columns: readonly ListColumn<Row>[];
  shown: readonly string[];
  /** Null: the usual ones. */
  onChange: (keys: readonly string[] | null) => void;
}) {
  const [, ...choosable] = columns;
  const toggle = (key: string) => {
    const next = columns
      .map((column) => column.key)
      .filter((one) => (one === key ? !shown.includes(key) : shown.includes(one)));
    const usual = columns.filter(({ unusual }) => !unusual).map((column) => column.key);
    onChange(next.join() === usual.join() ? null : next);
  };
  return (
    <Menu
      trigger={
        <Button look="quiet">
          <Columns3 size={16} aria-hidden /> Columns
        </Button>
      }
    >
      {choosable.map(({ key, title }) => (
        <MenuCheckItem key={key} checked={shown.includes(key)} onChange={() => toggle(key)}>
          {title}
        </MenuCheckItem>
      ))}
      <MenuItem onSelect={() => onChange(null)}>
        <span className="w-4" /> The usual columns
      </MenuItem>
    </Menu>
  );
}
