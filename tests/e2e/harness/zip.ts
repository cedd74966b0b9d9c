import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';

interface Entry {
  name: Buffer;
  data: Buffer;
  crc: number;
  offset: number;
}

const DOS_DATE_1980 = 0x21;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function commonFields(entry: Entry): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0); // version needed
  fields.writeUInt16LE(0x0800, 2); // names are UTF-8
  fields.writeUInt16LE(DOS_DATE_1980, 8);
  fields.writeUInt32LE(entry.crc, 10);
  fields.writeUInt32LE(entry.data.length, 14);
  fields.writeUInt32LE(entry.data.length, 18);
  fields.writeUInt16LE(entry.name.length, 22);
  return fields;
}

function localRecord(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), commonFields(entry), entry.name, entry.data]);
}

function centralRecord(entry: Entry): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(entry.offset, 10);
  return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), commonFields(entry), tail, entry.name]);
}

/** The folder as one uncompressed zip archive: an XPI, as Firefox installs it from its profile. */
export function zipFolder(folder: string): Buffer {
  const records: Buffer[] = [];
  const entries: Entry[] = [];
  let offset = 0;
  for (const file of filesIn(folder)) {
    const data = readFileSync(file);
    const name = Buffer.from(relative(folder, file).split(sep).join('/'));
    const entry = { name, data, crc: crc32(data), offset };
    const record = localRecord(entry);
    entries.push(entry);
    records.push(record);
    offset += record.length;
  }
  const central = Buffer.concat(entries.map(centralRecord));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...records, central, end]);
}
