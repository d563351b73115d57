import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { inLab, inPlace } from "../contracts/lab";
import { emptyJar, type Jar } from "./access/cookie";
import { enterLab } from "./access/enter-lab";
import { enterPlace, enterSharedPlace } from "./access/enter-place";
import { publicGrant, userGrant } from "./access/grant";
import { linksOf } from "./access/links";
import type { Permission } from "./access/permissions";
import type { CurrentUser } from "./access/session";
import { detailsOf } from "./error-shape";
import { errors, Problem } from "./errors";
import { keptTexts } from "./kept-text";
import { takeAway } from "./shares/service";

export interface Context {
  readonly user: CurrentUser | null;
  /** Where the request came from, for rate limits; null when nobody can know. */
  readonly address: string | null;
  /** The browser's cookies; left out, there are none. */
  readonly jar?: Jar;
  readonly userAgent?: string;
}

/** What a procedure says about itself; the access contract reads it. */
export interface Meta {
  readonly access: "public" | "user" | Permission;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer: superjson,
    errorFormatter({ shape, error, path }) {
      const problem = detailsOf(error, path);
      return {
        ...shape,
        message: problem.what,
        data: { code: shape.data.code, httpStatus: errors[problem.code].http, path, problem },
      };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const procedure = t.procedure.use(({ getRawInput, next }) =>
  next({ getRawInput: async () => keptTexts(await getRawInput()) }),
);

/** Anybody. */
export const publicProcedure = procedure.meta({ access: "public" }).use(({ ctx, next }) => {
  const jar = ctx.jar ?? emptyJar;
  const userAgent = ctx.userAgent ?? "";
  return next({ ctx: { grant: publicGrant(), jar, links: linksOf(jar), userAgent } });
});

const signedIn = procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new Problem("signed-out", "You are not signed in.");
  return next({ ctx: { user: ctx.user } });
});

/** Whoever is signed in, for what is theirs outside any lab. */
export const userProcedure = signedIn.meta({ access: "user" }).use(({ ctx, next }) => {
  const jar = ctx.jar ?? emptyJar;
  return next({ ctx: { grant: userGrant(ctx.user.id, ctx.user.sessionId), jar, links: linksOf(jar) } });
});

/** A member of the lab that the input names, whose role holds the permission. */
export const labProcedure = (permission: Permission) =>
  signedIn
    .meta({ access: permission })
    .input(inLab)
    .use(async ({ ctx, input, next }) =>
      next({ ctx: { grant: await enterLab(ctx.user.id, input.lab, permission) } }),
    );

/**
 * A member who reads in a place: their lab, or what another lab shares with it. What one of them must not give out without
 * the other lab's consent `takesAway`: it is asked for, and written down in both labs, before.
 */
export const placeProcedure = (permission: Permission, { takesAway = false } = {}) =>
  signedIn
    .meta({ access: permission })
    .input(inPlace)
    .use(async ({ ctx, input, path, next }) => {
      const grant = await enterPlace(ctx.user.id, input.lab, permission);
      if (takesAway && grant.kind === "share") await takeAway(grant, path);
      return next({ ctx: { grant } });
    });

/** A member who reads what another lab shares, and nothing of their own. */
export const shareProcedure = (permission: Permission) =>
  signedIn
    .meta({ access: permission })
    .input(inPlace)
    .use(async ({ ctx, input, next }) =>
      next({ ctx: { grant: await enterSharedPlace(ctx.user.id, input.lab, permission) } }),
    );
