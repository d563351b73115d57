import type { MemberRole } from "../../../contracts/lab";
import type { ProcedureRow } from "../rows/row";
import type { LabFixture } from "./lab-fixture";

/** The whole input of an allowed call: what the row makes, in the lab's name where the procedure is a lab's. */
export const inputOf = async (row: ProcedureRow, lab: LabFixture, as: MemberRole = "owner") =>
  row.access.includes(":") ? { lab: lab.slug, ...(await row.input?.(lab, as)) } : row.input?.(lab, as);
