/** Why a file cannot be imported: one sentence that says what, where and what to do. The file itself is kept. */
export class Refusal extends Error {
  override name = "Refusal";
}
