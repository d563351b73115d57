import { EmptyState } from "@/components/ui/empty-state";

export default function NotFoundInLab() {
  return (
    <>
      <h1 className="mb-4 text-lg">There is nothing at this address</h1>
      <EmptyState title="It was never here, or it belongs to another lab">
        Both look the same from here. Check the address, or search with Ctrl K.
      </EmptyState>
    </>
  );
}
