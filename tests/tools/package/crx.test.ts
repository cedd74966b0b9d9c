import { createHash, generateKeyPairSync, verify } from 'node:crypto';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { archive } from './archive.ts';
import { crxOf, extensionId, updateManifest } from './crx.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const zip = archive(new Map([['manifest.json', strToU8('{"name": "é"}')]]));

it('holds the very zip behind a header that its key has signed', () => {
  const crx = Buffer.from(crxOf(zip, privateKey));
  expect([crx.toString('latin1', 0, 4), crx.readUInt32LE(4)]).toEqual(['Cr24', 3]);
  const header = crx.subarray(12, 12 + crx.readUInt32LE(8));
  expect(strFromU8(unzipSync(crx.subarray(12 + header.length))['manifest.json']!)).toBe('{"name": "é"}');

  const spki = publicKey.export({ type: 'spki', format: 'der' });
  expect(header.includes(spki)).toBe(true);
  const id = createHash('sha256').update(spki).digest().subarray(0, 16);
  // Field 10000 of the header, and in it field 1 with the id.
  const signed = header.subarray(-18);
  expect(header.subarray(-22, -18)).toEqual(Buffer.from([0x82, 0xf1, 0x04, 18]));
  expect(signed).toEqual(Buffer.concat([Buffer.from([0x0a, 16]), id]));
  const content = Buffer.concat([Buffer.from('CRX3 SignedData\0'), Buffer.from([18, 0, 0, 0]), signed, zip]);
  const signature = header.subarray(header.length - 22 - 256, header.length - 22);
  expect(verify('sha256', content, publicKey, signature)).toBe(true);
});

it('is the same to the last byte when it is made again', () => {
  expect(crxOf(zip, privateKey)).toEqual(crxOf(zip, privateKey));
});

it('its update address tells the id of its key, its version and where it is', () => {
  const id = extensionId(privateKey);
  expect(id).toMatch(/^[a-p]{32}$/);
  const manifest = updateManifest({ id, version: '1.2.3', url: 'https://intranet.example.com/vigie.crx' });
  for (const part of [`appid="${id}"`, 'version="1.2.3"', 'codebase="https://intranet.example.com/vigie.crx"'])
    expect(manifest).toContain(part);
});
