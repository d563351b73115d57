/** Hands a file to the browser under a name that every file system takes. */
export function download(content: Blob | string, name: string, type = "text/plain") {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const fileName = (title: string) =>
  title
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9+-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 80) || "figure";
