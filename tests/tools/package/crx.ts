import { createHash, createPublicKey, type KeyObject, sign } from 'node:crypto';

/*
 * Chromium's packages, version 3: a header in protocol buffers in front of the zip (components/crx_file/crx3.proto in Chromium's sources).
 * Made here from the very zip that is handed out, so that there is nothing else to review; the browser's own `--pack-extension` zips anew.
 */

/** The bytes of a signature are over this, the length of what it says, what it says, and the zip. */
const CONTEXT = Buffer.from('CRX3 SignedData\0');

/** Numbers of the fields. */
const FIELD = { publicKey: 1, signature: 2, rsaProof: 2, crxId: 1, signedData: 10_000 } as const;

/** The package for force-install, signed with an RSA key: the same bytes for the same zip and key. */
export function crxOf(zip: Uint8Array, key: KeyObject): Uint8Array {
  const publicKey = publicHalf(key);
  const signedData = field(FIELD.crxId, idBytes(publicKey));
  const content = Buffer.concat([CONTEXT, uint32(signedData.length), signedData, zip]);
  const proof = [field(FIELD.publicKey, publicKey), field(FIELD.signature, sign('sha256', content, key))];
  const header = Buffer.concat([field(FIELD.rsaProof, Buffer.concat(proof)), field(FIELD.signedData, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}

/** The id that Chromium gives to packages signed with a key. */
export function extensionId(key: KeyObject): string {
  const digits = idBytes(publicHalf(key)).toString('hex');
  return digits.replaceAll(/[\da-f]/g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
}

/** What the update address of a policy answers: where the package of this version is. */
export function updateManifest({ id, version, url }: { id: string; version: string; url: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${url}" version="${version}" />
  </app>
</gupdate>
`;
}

function publicHalf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

function idBytes(publicKey: Buffer): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, 16);
}

/** A field of bytes: its number and kind, its length, itself. */
function field(number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  return value < 128 ? Buffer.from([value]) : Buffer.concat([Buffer.from([(value % 128) + 128]), varint(value >> 7)]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
