import ipaddr from 'ipaddr.js';

/** What may be called beside the public internet, as the configuration names it: hosts, addresses, ranges of addresses. */
export interface Allowed {
  readonly hosts: ReadonlySet<string>;
  readonly ranges: readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[];
}

export const NOTHING_ALLOWED: Allowed = { hosts: new Set(), ranges: [] };

/** Reads `intranet.example.org`, `10.1.2.3` and `10.1.0.0/16`. @throws RangeError that names what is none of them */
export function parseAllowed(entries: readonly string[]): Allowed {
  const hosts = new Set<string>();
  const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
  for (const entry of entries) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
    else if (ipaddr.IPv4.isValidFourPartDecimal(entry)) ranges.push([ipaddr.parse(entry), 32]);
    else if (ipaddr.IPv6.isValid(entry)) ranges.push([ipaddr.parse(entry), 128]);
    else if (/^(?=.{1,253}$)(?!\d+$)[a-z\d_]([a-z\d_-]*[a-z\d_])?(\.[a-z\d_]([a-z\d_-]*[a-z\d_])?)*$/i.test(entry))
      hosts.add(entry.toLowerCase());
    else throw new RangeError(`wanted a host, an address or a range such as 10.1.0.0/16, got ${JSON.stringify(entry)}`);
  }
  return { hosts, ranges };
}

/** Whether an address that a name leads to may be called: it is public, or its name or range is allowed. */
export function mayCall(host: string, address: string, allowed: Allowed): boolean {
  if (allowed.hosts.has(nameOf(host))) return ipaddr.isValid(address);
  return isPublic(address) || inRanges(address, allowed);
}

/**
 * Whether an address belongs to the public internet. IPv4 addresses in the clothes of IPv6 (mapped, NAT64) are looked at
 * as what they lead to; those that lead through somebody else's tunnel (6to4, Teredo) are refused.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = embedded(ipaddr.parse(address));
  if (parsed.range() !== 'unicast') return false;
  // ipaddr.js calls unicast whatever it does not know; only 2000::/3 is given out (RFC 4291, IANA).
  return parsed.kind() === 'ipv4' || parsed.match(GLOBAL_IPV6);
}

const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');
/** RFC 6052: the last 32 bits are an IPv4 address. Its local cousin 64:ff9b:1::/48 leads into somebody's network. */
const NAT64 = ipaddr.parseCIDR('64:ff9b::/96');

function embedded(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (!(address instanceof ipaddr.IPv6)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  return address.match(NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(12)) : address;
}

function inRanges(address: string, { ranges }: Allowed): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = embedded(ipaddr.parse(address));
  return ranges.some(([range, bits]) => parsed.kind() === range.kind() && parsed.match(range, bits));
}

/** A host as it stands in a URL, without what does not tell it from another: case, a final dot, brackets. */
export function nameOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
}
