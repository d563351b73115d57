import { z } from "zod";
import {
  foundObject,
  objectGetInput,
  objectListInput,
  objectRenamed,
  objectRenameInput,
  objectTagged,
  objectTagInput,
} from "../../contracts/object";
import { labProcedure, placeProcedure, router } from "../trpc";
import * as objects from "./service";

export const objectsRouter = router({
  get: placeProcedure("lab:read")
    .input(objectGetInput)
    .output(foundObject)
    .query(({ ctx, input }) => objects.resolveObject(ctx.grant, input.ref)),

  list: placeProcedure("lab:read")
    .input(objectListInput)
    .output(z.array(foundObject))
    .query(({ ctx, input: { lab: _, ...filter } }) => objects.listObjects(ctx.grant, filter)),

  rename: labProcedure("object:label")
    .input(objectRenameInput)
    .output(objectRenamed)
    .mutation(({ ctx, input: { ref, name } }) => objects.renameObject(ctx.grant, ref, name)),

  tag: labProcedure("object:label")
    .input(objectTagInput)
    .output(objectTagged)
    .mutation(({ ctx, input: { ref, add, remove } }) => objects.tagObject(ctx.grant, ref, { add, remove })),
});
