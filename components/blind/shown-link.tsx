import { CopyButton } from "@/components/ui/copy-button";

/** The address of a reviewer's link, which is not kept anywhere. */
export function ShownLink({ url }: { url: string }) {
  return (
    <div role="status" className="flex flex-col gap-2 rounded border border-line bg-wash p-3">
      <p>Hand this link to the reviewer, or to whoever passes it on. It is not shown again.</p>
      <div className="flex flex-wrap items-start gap-2">
        <code className="min-w-0 flex-1 font-mono text-sm break-all" data-testid="blind-link">
          {url}
        </code>
        <CopyButton text={url} label="Copy the link" />
      </div>
    </div>
  );
}
