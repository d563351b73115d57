import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** Whom the server vouches for. */
export interface Claims {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

export interface OidcServer {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /**
   * What its page does when somebody signs in as `claims`: the address in the browser that asked, with a code. Throws when
   * the question lacks something that a careful server insists on.
   */
  approve(question: URL, claims: Claims): URL;
  /** Makes the next ID token lie: another nonce, another audience, or a key that is not the server's. */
  lieNext(about: "nonce" | "audience" | "key"): void;
  /** Answers of the token endpoint, oldest first: "ok" or why not. */
  readonly answers: readonly string[];
  stop(): Promise<void>;
}

interface Code {
  readonly claims: Claims;
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

/** An OpenID Connect server on loopback that insists on PKCE, a nonce, client credentials and codes of one use. */
export async function startOidcServer(): Promise<OidcServer> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const stranger = await generateKeyPair("RS256");
  const client = { id: "phasic", secret: randomBytes(16).toString("hex") };
  const codes = new Map<string, Code>();
  const answers: string[] = [];
  let lie: "nonce" | "audience" | "key" | null = null;
  let issuer = "";

  async function idToken({ claims, nonce }: Code): Promise<string> {
    const about = lie;
    lie = null;
    return new SignJWT({ ...claims, nonce: about === "nonce" ? "another" : nonce })
      .setProtectedHeader({ alg: "RS256", kid: "one" })
      .setIssuer(issuer)
      .setAudience(about === "audience" ? "somebody else" : client.id)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(about === "key" ? stranger.privateKey : privateKey);
  }

  /** @returns the tokens, or why there are none. */
  async function exchange(form: URLSearchParams, authorization: string): Promise<object | string> {
    const expected = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
    if (authorization !== expected) return "invalid_client";
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    if (!code) return "invalid_grant: code";
    if (form.get("redirect_uri") !== code.redirectUri) return "invalid_grant: redirect_uri";
    const verifier = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (verifier !== code.challenge) return "invalid_grant: code_verifier";
    return { token_type: "Bearer", access_token: "unused", expires_in: 60, id_token: await idToken(code) };
  }

  const server = createServer(async (request, response) => {
    const json = (body: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/.well-known/openid-configuration")
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      });
    if (request.url === "/keys")
      return json({ keys: [{ ...(await exportJWK(publicKey)), kid: "one", alg: "RS256", use: "sig" }] });
    if (request.url === "/token" && request.method === "POST") {
      const given = await exchange(
        new URLSearchParams(await bodyOf(request)),
        request.headers.authorization ?? "",
      );
      answers.push(typeof given === "string" ? given : "ok");
      return typeof given === "string" ? json({ error: given.split(":")[0] }, 400) : json(given);
    }
    return json({ error: "not_found" }, 404);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`;

  return {
    issuer,
    client,
    answers,
    approve(question, claims) {
      const asked = (name: string) => {
        const value = question.searchParams.get(name);
        if (!value) throw new Error(`the question has no ${name}: ${question.href}`);
        return value;
      };
      if (asked("client_id") !== client.id || asked("response_type") !== "code")
        throw new Error("another client");
      if (asked("code_challenge_method") !== "S256") throw new Error("the challenge is not hashed");
      const redirectUri = asked("redirect_uri");
      const code = randomBytes(16).toString("hex");
      codes.set(code, { claims, nonce: asked("nonce"), challenge: asked("code_challenge"), redirectUri });
      const back = new URL(redirectUri);
      back.searchParams.set("code", code);
      back.searchParams.set("state", asked("state"));
      return back;
    },
    lieNext: (about) => (lie = about),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request) body += String(part);
  return body;
}
