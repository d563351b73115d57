import { ButtonLink } from "@/components/ui/button-link";

export default function NotFound() {
  return (
    <main id="main" className="mx-auto flex max-w-prose flex-col items-start gap-4 p-8">
      <h1 className="text-lg">There is nothing at this address</h1>
      <p>
        It may have been moved, or it belongs to a lab that you are not a member of: both look the same from
        here. Check the address, or ask for access to the lab.
      </p>
      <ButtonLink href="/">Go to your lab</ButtonLink>
    </main>
  );
}
