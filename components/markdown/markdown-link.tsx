"use client";
import Link from "next/link";
import type { ExtraProps } from "react-markdown";
import { useSyncExternalStore, type ReactNode } from "react";
import { whereTo } from "./where-to";

const never = () => () => {};

/** A link that says where it goes: the host stands beside words that do not already say it. */
export function MarkdownLink({ node, children }: Pick<ExtraProps, "node"> & { children?: ReactNode }) {
  const own = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => null,
  );
  const href = typeof node?.properties.href === "string" ? node.properties.href : "";
  if (href.startsWith("#"))
    return (
      <a href={href} className="text-accent underline">
        {children}
      </a>
    );
  const to = href ? whereTo(href, own) : null;
  if (!to) return <span>{children}</span>;
  if (to.kind === "here")
    return (
      <Link href={to.href} prefetch={false} className="text-accent underline">
        {children}
      </Link>
    );
  const words = textOf(node);
  const says = [to.href, to.href.replace(/\/$/, ""), to.href.replace(/^mailto:/, "")].includes(words);
  return (
    <>
      <a
        href={to.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        referrerPolicy="no-referrer"
        className="text-accent underline"
      >
        {children}
      </a>
      {!says && <span className="text-muted"> ({to.host})</span>}
    </>
  );
}

interface Tree {
  type: string;
  value?: string;
  children?: readonly Tree[];
}
const textOf = (tree: Tree | undefined): string =>
  tree ? (tree.value ?? (tree.children ?? []).map(textOf).join("")) : "";
