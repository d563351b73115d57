/** Moving through the rows of a list by keyboard: the focus is the place. */

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-list-row]")];
const linkOf = (row: HTMLElement) => row.querySelector<HTMLElement>("[data-row-link]");

/** To the next row or the one before; to the first where none has the focus. */
export function moveRow(by: 1 | -1): void {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? all[0] : all[at + by];
  const link = next && linkOf(next);
  link?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Ticks or unticks the row that has the focus, where rows can be chosen. */
export function chooseRow(): void {
  rows()
    .find((row) => row.contains(document.activeElement))
    ?.querySelector<HTMLElement>("[data-choose]")
    ?.click();
}

/** The box that filters the list of this page; false where there is none. */
export function focusFilter(): boolean {
  const box = document.querySelector<HTMLInputElement>("[data-filter-box]");
  box?.focus();
  box?.select();
  return box !== null;
}

/** Follows what makes something new on this page. */
export const pressNew = () => document.querySelector<HTMLElement>("[data-new]")?.click();
