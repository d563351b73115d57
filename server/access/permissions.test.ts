import { expect, it } from "vitest";
import { memberRoles } from "../../contracts/lab";
import { may, permissions, rolesThatMay } from "./permissions";

it("lets a stronger role do all that a weaker one may", () => {
  for (let weaker = 1; weaker < memberRoles.length; weaker += 1)
    for (const permission of permissions[memberRoles[weaker]])
      expect(may(memberRoles[weaker - 1], permission), permission).toBe(true);
});

it("lets viewers read only, and owners alone manage", () => {
  expect(permissions.viewer.every((permission) => permission.endsWith(":read"))).toBe(true);
  expect(rolesThatMay("member:manage")).toEqual(["owner"]);
  expect(rolesThatMay("run:create")).toEqual(["owner", "editor"]);
});
