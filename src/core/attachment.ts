import * as v from 'valibot';
import { positive, time, uuid } from './fields.ts';

/** How pictures are kept. Nothing that can hold a script. */
export const PICTURE_TYPES = ['image/webp', 'image/jpeg'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** Letters of a picture's base64: about 500 kB. */
export const PICTURE_LIMIT = 700_000;

/** A picture that a person added, as it was left after cropping and masking: nothing else of the page is kept. */
export interface Picture {
  type: PictureType;
  /** In pixels. */
  width: number;
  height: number;
  /** Base64. */
  data: string;
}

/** A row of `cm_attachments`: a picture on a ticket. It stays in this browser, and in what is exported from it. */
export interface AttachmentRow extends Picture {
  id: string;
  ticket_id: string;
  created_at: string;
}

/** How a file of each type begins, in base64. */
const BEGINNINGS: Record<PictureType, string> = { 'image/webp': 'UklGR', 'image/jpeg': '/9j/' };

const PICTURE_FIELDS = {
  type: v.picklist(PICTURE_TYPES),
  width: positive,
  height: positive,
  data: v.pipe(v.string(), v.maxLength(PICTURE_LIMIT), v.regex(/^[\d+/A-Za-z]+={0,2}$/, 'Not base64')),
};

function isWhatItSays({ type, data }: Pick<Picture, 'type' | 'data'>): boolean {
  return data.startsWith(BEGINNINGS[type]);
}

export const picture: v.GenericSchema<unknown, Picture> = v.pipe(
  v.strictObject(PICTURE_FIELDS),
  v.check((row) => isWhatItSays(row), 'Not a picture of its type'),
);

export const attachment: v.GenericSchema<unknown, AttachmentRow> = v.pipe(
  v.object({ id: uuid, ticket_id: uuid, ...PICTURE_FIELDS, created_at: time }),
  v.check((row) => isWhatItSays(row), 'Not a picture of its type'),
);
