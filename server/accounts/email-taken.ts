import { Problem } from "../errors";

export function emailTaken() {
  const message = "There is an account with this e-mail address.";
  return new Problem("conflict", message, {
    where: "email",
    next: "Sign in, or use another address.",
    fields: { email: [message] },
  });
}
