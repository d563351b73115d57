import { person } from "@/app/_page/visitor";
import { NewLabForm } from "@/components/people/new-lab-form";
import { Outside } from "@/components/people/outside";
import type { Metadata } from "next";

export const metadata: Metadata = { title: "New lab" };

export default async function NewLabPage() {
  await person("/labs/new");
  return (
    <Outside title="New lab">
      <NewLabForm />
    </Outside>
  );
}
