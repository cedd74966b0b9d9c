import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Crockford's alphabet: no I, L, O or U, so that a number survives the telephone. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * UUID version 8 (RFC 9562) that every install and the database derive alike from what it names.
 *
 * Bytes: `kind` and then each part becomes its length in UTF-8 bytes as decimal digits, a colon, and those bytes (no two lists of
 * texts meet: `["ab","c"]` is `2:ab1:c`). The first 16 bytes of their SHA-256 are the id, the high half of byte 6 set to 8 and the
 * two high bits of byte 8 to binary 10. In PostgreSQL:
 *
 *     select encode(set_byte(set_byte(h, 6, get_byte(h, 6) & 15 | 128), 8, get_byte(h, 8) & 63 | 128), 'hex')::uuid
 *     from (select substring(sha256(convert_to(string_agg(octet_length(p) || ':' || p, '' order by n), 'UTF8')) for 16) as h
 *           from unnest(array[kind, part1, part2]) with ordinality as t (p, n)) as hashed
 *
 * Lone surrogates count as U+FFFD. PostgreSQL cannot hold NUL, so no part may contain it.
 */
export function deterministicId(kind: string, ...parts: string[]): string {
  const bytes = [kind, ...parts].map((part) => {
    const text = utf8ToBytes(part);
    return concatBytes(utf8ToBytes(`${text.length}:`), text);
  });
  const hash = sha256(concatBytes(...bytes)).subarray(0, 16);
  const view = new DataView(hash.buffer, hash.byteOffset, 16);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x80);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return bytesToHex(hash).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Lower-case hexadecimal in five groups, of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The ticket's number for people, "V-" and the first 30 bits of its id in Crockford's base 32. Two ids can share one. */
export function ticketNumber(id: string): string {
  const bits = Number.parseInt(id.slice(0, 8), 16) >>> 2;
  const digits = [25, 20, 15, 10, 5, 0].map((shift) => CROCKFORD.charAt((bits >>> shift) & 31));
  return `V-${digits.join('')}`;
}
