"use client";
import { useMember } from "@/components/people/member";
import { Button } from "@/components/ui/button";
import type { ObjectRef } from "@/contracts/object";
import { Handshake } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useShare } from "./share-context";

const ShareDialog = dynamic(() => import("./share-dialog").then((module) => module.ShareDialog), {
  ssr: false,
});

/** In the head of every object, for those who may give it to another lab. What another lab shares is not passed on. */
export function ShareButton(props: { lab: string; object: ObjectRef; name: string }) {
  const { role } = useMember();
  const shared = useShare();
  const [open, setOpen] = useState(false);
  if (shared || (role !== "owner" && role !== "editor")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Handshake size={16} aria-hidden /> Share
      </Button>
      {open && <ShareDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
