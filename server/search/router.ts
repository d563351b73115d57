import { z } from "zod";
import { foundObject, objectRef } from "../../contracts/object";
import {
  searchFound,
  searchInput,
  searchPage,
  searchPageInput,
  tagCounts,
  tagsInput,
  visitInput,
} from "../../contracts/search";
import { labProcedure, router } from "../trpc";
import * as search from "./service";

export const searchRouter = router({
  everywhere: labProcedure("lab:read")
    .input(searchInput)
    .output(searchFound)
    .query(({ ctx, input: { lab: _, ...question } }) => search.search(ctx.grant, question)),

  within: labProcedure("lab:read")
    .input(searchPageInput)
    .output(searchPage)
    .query(({ ctx, input: { lab: _, ...question } }) => search.searchOne(ctx.grant, question)),

  tags: labProcedure("lab:read")
    .input(tagsInput)
    .output(tagCounts)
    .query(({ ctx, input }) => search.listTags(ctx.grant, input)),

  recent: labProcedure("lab:read")
    .output(z.array(foundObject))
    .query(({ ctx }) => search.listRecent(ctx.grant)),

  visit: labProcedure("lab:read")
    .input(visitInput)
    .output(objectRef)
    .mutation(({ ctx, input }) => search.visit(ctx.grant, input.ref)),
});
