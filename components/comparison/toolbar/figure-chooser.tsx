"use client";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckItem, MenuItem } from "@/components/ui/menu";
import { ChevronDown } from "lucide-react";
import { isShown, type PlannedFigure } from "../figures";
import type { PageState } from "../state";

/** Which figures stand on the page: every measure has a curve and a difference from control. */
export function FigureChooser({
  state,
  push,
  planned,
}: {
  state: PageState;
  push: (edit: (state: PageState) => PageState) => void;
  planned: readonly PlannedFigure[];
}) {
  const entries = [...new Map(planned.map((figure) => [figure.id, figure])).values()];
  const shown = entries.filter(({ id }) => isShown(id, state.panels)).map(({ id }) => id);
  const toggle = (id: string) =>
    push((now) => ({
      ...now,
      panels: shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id],
    }));
  return (
    <Menu
      align="start"
      trigger={
        <Button>
          Figures{" "}
          <span className="text-muted">{entries.length > 0 && `${shown.length} of ${entries.length}`}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
      }
    >
      {entries.map(({ id, title }) => (
        <MenuCheckItem key={id} checked={shown.includes(id)} onChange={() => toggle(id)}>
          {title}
        </MenuCheckItem>
      ))}
      {state.panels && (
        <MenuItem
          onSelect={() =>
            push((now) => {
              const { panels: _, ...rest } = now;
              return rest;
            })
          }
        >
          <span className="w-4" /> Back to the usual figures
        </MenuItem>
      )}
    </Menu>
  );
}
