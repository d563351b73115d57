import { decode, encode, type JWT } from "next-auth/jwt";
import type { z } from "zod";
import { env } from "../env";
import { cookie, type Jar } from "./cookie";

/** Something that a browser keeps for us for minutes and can neither read nor change: a cookie under our key. */
export interface Sealed<T> {
  read(jar: Jar): Promise<T | null>;
  write(jar: Jar, value: T): Promise<void>;
  drop(jar: Jar): void;
}

/** @param name also keeps what is sealed under one name from being taken for another. */
export function sealed<T>(name: string, schema: z.ZodType<T>, seconds: number): Sealed<T> {
  const named = () => cookie(name, "__Host-").name;
  const key = () => ({ secret: env().NEXTAUTH_SECRET, salt: `phasic ${name}` });
  return {
    async read(jar) {
      const token = jar.get(named());
      const claims = token ? await decode({ token, ...key() }).catch(() => null) : null;
      const parsed = schema.safeParse((claims as { value?: unknown } | null)?.value);
      return parsed.success ? parsed.data : null;
    },
    async write(jar, value) {
      jar.set(named(), await encode({ token: { value } as JWT, maxAge: seconds, ...key() }), seconds);
    },
    drop: (jar) => jar.set(named(), "", 0),
  };
}
