import { env } from "../../env";
import { paradigms } from "../../../engine/paradigms/registry";
import type { RouteRow } from "./row";

const [spec] = paradigms;

const url = (path: string) => new URL(path, env().NEXTAUTH_URL);

export const routes: readonly RouteRow[] = [
  {
    file: "app/api/health/route.ts",
    method: "GET",
    access: "public",
    request: () => new Request(url("/api/health")),
  },
  {
    file: "app/api/live/route.ts",
    method: "GET",
    access: "run:read",
    request: (lab) => new Request(url(`/api/live?lab=${lab.slug}`)),
  },
  {
    file: "app/api/trpc/[trpc]/route.ts",
    method: "GET",
    access: "lab:read",
    request: (lab) =>
      new Request(
        url(`/api/trpc/labs.get?input=${encodeURIComponent(JSON.stringify({ json: { lab: lab.slug } }))}`),
      ),
  },
  {
    file: "app/api/trpc/[trpc]/route.ts",
    method: "POST",
    access: "paradigm:create",
    request: (lab) => {
      const input = { lab: lab.slug, name: lab.unique("posted"), spec };
      return new Request(url("/api/trpc/paradigms.create"), {
        method: "POST",
        headers: { origin: url("/").origin, "content-type": "application/json" },
        body: JSON.stringify({ json: input }),
      });
    },
  },
  {
    file: "app/api/account/export/route.ts",
    method: "GET",
    access: "user",
    request: () => new Request(url("/api/account/export")),
  },
  {
    file: "app/link/[kind]/[token]/route.ts",
    method: "GET",
    access: "public",
    request: () => new Request(url("/link/reset/a-token-that-was-never-given")),
    params: () => ({ kind: "reset", token: "a-token-that-was-never-given" }),
  },
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    method: "GET",
    access: "public",
    request: () => new Request(url("/api/auth/csrf")),
    params: () => ({ nextauth: ["csrf"] }),
  },
  {
    file: "app/api/auth/[...nextauth]/route.ts",
    method: "POST",
    access: "public",
    request: () => new Request(url("/api/auth/signout"), { method: "POST" }),
    params: () => ({ nextauth: ["signout"] }),
  },
];
