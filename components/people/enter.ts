import { signIn } from "next-auth/react";

/** Opens a whole new page, so that nothing of an earlier person stays in memory. */
export const arrive = (path: string) => window.location.assign(path);

/** Signs in without leaving the page. @returns null when it worked, else why not, in words. */
export async function enter(email: string, password: string): Promise<string | null> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok && !answer.error) return null;
    if (answer?.status === 429 || answer?.error?.includes("too-many"))
      return "There were too many attempts from here. Wait a few minutes, then try again.";
    if (answer?.error && answer.error !== "CredentialsSignin") return answer.error;
    return "The e-mail address and the password do not belong together. Check both and try again.";
  } catch {
    return "The server did not answer. Check the connection and try again; what you typed is kept.";
  }
}
