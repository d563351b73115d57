/** Keys as they are printed; those in a row are pressed one after the other, "Ctrl K" together. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      {keys.split(" ").map((key) => (
        <kbd
          key={key}
          className="inline-flex min-w-5 items-center justify-center rounded-sm border border-line-strong px-1 font-mono text-sm text-muted"
        >
          {key.length === 1 ? key.toUpperCase() : key}
        </kbd>
      ))}
    </span>
  );
}
