import { Name } from "@/components/ui/name";
import { When } from "@/components/ui/when";
import type { LabSummary } from "@/contracts/lab";
import { KeepLab } from "./keep-lab";

/** On every page of a lab that is going to be deleted. */
export function DeletionNotice({ lab }: { lab: LabSummary }) {
  if (!lab.deletion) return null;
  return (
    <section
      aria-label="This lab is going to be deleted"
      className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-danger bg-danger-wash p-3"
    >
      <p className="min-w-0 flex-1 basis-64">
        <strong className="font-medium text-danger">
          This lab is deleted with all that it keeps on <When date={lab.deletion.at} exact />.
        </strong>{" "}
        {lab.deletion.by && (
          <>
            <Name name={lab.deletion.by} /> asked for it.{" "}
          </>
        )}
        {lab.role === "owner"
          ? "Until then it can be called back."
          : "Until then an owner can call it back; export what you want to keep."}
      </p>
      {lab.role === "owner" && <KeepLab lab={lab.slug} />}
    </section>
  );
}
