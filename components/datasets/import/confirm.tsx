/** Confirms one answer that nothing in the file could tell. */
export function Confirm({ question, onConfirm }: { question: string; onConfirm: () => void }) {
  return (
    <label className="mt-2 flex items-center gap-2 text-sm">
      <input type="checkbox" className="size-4 accent-accent" checked={false} onChange={onConfirm} />
      <span>
        I confirm this<span className="sr-only">: {question}</span>
      </span>
    </label>
  );
}
