import { describe, expect, it } from "vitest";
import { personName, timeZone } from "./person";

describe("a name", () => {
  it.each(["Ada", "多巴胺", "Éva Süß", "محمد", "עדה", "දමිත්‍රි", "ᐃᓄᒃ", "O’Neill-Łuk"])("may be %s", (name) =>
    expect(personName.parse(name)).toBe(name.normalize()),
  );
  it("is composed, so that equal names are equal", () =>
    expect(personName.parse("E\u0301va ")).toBe("\u00c9va"));
  it.each(["", "   ", "Ada\u202Eadm", "A\u0000da", "\u2066x", "x".repeat(121)])("is not %j", (name) =>
    expect(personName.safeParse(name).success).toBe(false),
  );
});

describe("a time zone", () => {
  it.each(["Europe/Berlin", "Asia/Kathmandu", "UTC", null])("may be %s", (zone) =>
    expect(timeZone.parse(zone)).toBe(zone),
  );
  it.each(["Mars/Olympus", ""])("is not %j", (zone) => expect(timeZone.safeParse(zone).success).toBe(false));
});
