/** A curve the size of a word: shape only, its numbers stand in the label. A gap stays a gap. */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const width = 80;
  const height = 20;
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <span className="text-sm text-muted">not yet</span>;
  const top = Math.max(...known, Number.MIN_VALUE);
  const bottom = Math.min(...known, 0);
  const x = (index: number) => 2 + ((width - 4) * index) / Math.max(1, values.length - 1);
  const y = (value: number) => height - 2 - ((height - 4) * (value - bottom)) / (top - bottom || 1);
  let path = "";
  values.forEach((value, index) => {
    if (value === null) return;
    const first = index === 0 || values[index - 1] === null;
    path += `${first ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
  });
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="overflow-visible">
      <path d={path} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinejoin="round" />
    </svg>
  );
}
