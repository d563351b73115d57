import { isIPv6 } from "node:net";
import { env } from "../env";
import { peerHeader } from "./peer";

/**
 * Where a request comes from, for rate limits: the connection's other end, or what the trusted proxy in front wrote. Null
 * when nobody can know.
 */
export function addressOf(headers: Headers): string | null {
  const told = env().PHASIC_TRUST_PROXY
    ? headers.get("x-forwarded-for")?.split(",").at(-1)?.trim()
    : headers.get(peerHeader());
  return told ? network(told) : null;
}

/** IPv4 as it is; of IPv6 the first 64 bits, because one household has as many addresses as it likes. */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head, tail] = address.toLowerCase().split("%")[0].split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...new Array<string>(Math.max(0, zeros)).fill("0"), ...after];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
