import { z } from "zod";
import { foundObject, objectGetInput, objectListInput } from "../../contracts/object";
import { labProcedure, router } from "../trpc";
import * as objects from "./service";

export const objectsRouter = router({
  get: labProcedure("lab:read")
    .input(objectGetInput)
    .output(foundObject)
    .query(({ ctx, input }) => objects.resolveObject(ctx.grant, input.ref)),

  list: labProcedure("lab:read")
    .input(objectListInput)
    .output(z.array(foundObject))
    .query(({ ctx, input: { lab: _, ...filter } }) => objects.listObjects(ctx.grant, filter)),
});
