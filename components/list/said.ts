/** An error in words for a person: the server's own sentence, or what a lost connection means. */
export function said(error: { message: string }): string {
  return /failed to fetch|networkerror|load failed/i.test(error.message)
    ? "The server did not answer. Check the connection; nothing you typed is lost."
    : error.message;
}
