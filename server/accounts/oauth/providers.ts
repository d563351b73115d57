import type { OAuthConfig } from "next-auth/providers/oauth";
import github, { type GithubProfile } from "next-auth/providers/github";
import type { ProviderId } from "../../../contracts/account";
import { env } from "../../env";

/** Who somebody is elsewhere. Issuer and subject name a person for ever; the rest is what they call themselves now. */
export interface Identity {
  readonly provider: ProviderId;
  readonly issuer: string;
  readonly subject: string;
  /** By what a person recognises it: a login, an address, an ORCID iD. */
  readonly label: string;
  readonly name: string;
  readonly email: string | null;
  /** True only where the issuer says that it looked. */
  readonly emailVerified: boolean;
}

interface Provider {
  readonly id: ProviderId;
  readonly name: string;
  readonly config: OAuthConfig<Profile>;
  readonly identity: (profile: Profile) => Identity;
}
type Profile = Record<string, unknown>;
/** Id and secret; server/env.ts sees to it that both are set. */
type Client = readonly [id: string, secret: string | undefined];

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;
const httpOptions = { timeout: 10_000 };
// an answer from elsewhere must belong to this browser (state), to this question (nonce), and to nobody who overheard (pkce)
const oidcChecks: OAuthConfig<Profile>["checks"] = ["pkce", "state", "nonce"];
/** next-auth wants a user; who it is is decided in meet.ts. */
const userOf = (identity: (profile: Profile) => Identity) => (profile: Profile) => {
  const { subject, name } = identity(profile);
  return { id: subject, name, sessionId: "" };
};

function oidc(
  id: ProviderId,
  name: string,
  issuer: string,
  [clientId, clientSecret]: Client,
  more: { scope: string; authMethod?: "client_secret_post"; label?: (profile: Profile) => string | null },
): Provider {
  const identity = (profile: Profile): Identity => {
    const subject = text(profile.sub) ?? "";
    const email = text(profile.email)?.toLowerCase() ?? null;
    const names = [text(profile.given_name), text(profile.family_name)].filter((part) => part !== null);
    return {
      ...{ provider: id, issuer, subject, email },
      label: more.label?.(profile) ?? email ?? text(profile.preferred_username) ?? subject,
      name: text(profile.name) ?? names.join(" "),
      emailVerified: email !== null && profile.email_verified === true,
    };
  };
  const config: OAuthConfig<Profile> = {
    ...{ id, name, clientId, clientSecret, httpOptions },
    type: "oauth",
    wellKnown: new URL(".well-known/openid-configuration", issuer.replace(/\/*$/, "/")).href,
    authorization: { params: { scope: more.scope } },
    idToken: true,
    checks: oidcChecks,
    ...(more.authMethod ? { client: { token_endpoint_auth_method: more.authMethod } } : {}),
    profile: userOf(identity),
  };
  return { id, name, config, identity };
}

function githubProvider([clientId, clientSecret = ""]: Client): Provider {
  const identity = (profile: Profile): Identity => {
    const { id, login, name, email } = profile as unknown as GithubProfile;
    return {
      ...{ provider: "github", issuer: "https://github.com", subject: String(id), label: login },
      ...{ name: text(name) ?? login, email: text(email)?.toLowerCase() ?? null, emailVerified: false },
    };
  };
  const config = {
    ...github({ clientId, clientSecret }),
    ...{ checks: ["pkce", "state"], httpOptions, profile: userOf(identity) },
  } as unknown as OAuthConfig<Profile>;
  return { id: "github", name: "GitHub", config, identity };
}

/** Places to sign in with, as the settings say. */
export function providers(): readonly Provider[] {
  const set = env();
  const { PHASIC_ORCID_CLIENT_ID, PHASIC_GITHUB_CLIENT_ID, PHASIC_GOOGLE_CLIENT_ID, PHASIC_OIDC_CLIENT_ID } =
    set;
  const found: Provider[] = [];
  if (PHASIC_ORCID_CLIENT_ID)
    found.push(
      oidc("orcid", "ORCID", "https://orcid.org", [PHASIC_ORCID_CLIENT_ID, set.PHASIC_ORCID_CLIENT_SECRET], {
        scope: "openid",
        authMethod: "client_secret_post",
        label: ({ sub }) => text(sub),
      }),
    );
  if (PHASIC_GITHUB_CLIENT_ID)
    found.push(githubProvider([PHASIC_GITHUB_CLIENT_ID, set.PHASIC_GITHUB_CLIENT_SECRET]));
  const scope = "openid email profile";
  if (PHASIC_GOOGLE_CLIENT_ID) {
    const client: Client = [PHASIC_GOOGLE_CLIENT_ID, set.PHASIC_GOOGLE_CLIENT_SECRET];
    found.push(oidc("google", "Google", "https://accounts.google.com", client, { scope }));
  }
  if (PHASIC_OIDC_CLIENT_ID && set.PHASIC_OIDC_ISSUER) {
    const client: Client = [PHASIC_OIDC_CLIENT_ID, set.PHASIC_OIDC_CLIENT_SECRET];
    found.push(oidc("oidc", set.PHASIC_OIDC_NAME, set.PHASIC_OIDC_ISSUER, client, { scope }));
  }
  return found;
}
