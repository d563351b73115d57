import { env } from "../../env";
import { callRoute } from "./call-route";

export interface AuthBrowser {
  /** Its Cookie header. */
  cookie(): string;
  /** Keeps what a Set-Cookie header says. */
  keep(set: readonly string[]): void;
  /** Asks /api/auth/<action>, with a form as a POST. Gives the answer and the cookies that it set. */
  ask(action: string, form?: Record<string, string>): Promise<{ response: Response; set: string[] }>;
}

/** What a browser does with /api/auth: keeps cookies, sends them, forgets them. */
export function authBrowser(): AuthBrowser {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const keep = (set: readonly string[]) => {
    for (const one of set) {
      const [name, ...value] = one.split(";")[0].split("=");
      if (value.join("=") === "" || /Max-Age=0/i.test(one)) jar.delete(name);
      else jar.set(name, value.join("="));
    }
  };
  return {
    cookie,
    keep,
    async ask(action, form) {
      const url = new URL(`/api/auth/${action}`, env().NEXTAUTH_URL);
      const method = form ? "POST" : "GET";
      const response = await callRoute(
        { file: "app/api/auth/[...nextauth]/route.ts", method },
        new Request(url, form && { method, body: new URLSearchParams(form) }),
        cookie(),
        { nextauth: url.pathname.split("/").slice(3) },
      );
      const set = response.headers.getSetCookie();
      keep(set);
      return { response, set };
    },
  };
}
