import { cookies as requestCookies } from "next/headers";
import { cache } from "react";
import { cookies, type CurrentUser, userOfToken } from "./session";

/** Who asks for this page; looked up once per request. Null when signed out. */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const jar = await requestCookies();
  return userOfToken(jar.get(cookies().sessionToken.name)?.value);
});
