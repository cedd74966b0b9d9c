import type { AttachmentRow } from '../../../../core/attachment.ts';

/** The picture as a file. */
export function pictureBlob({ type, data }: AttachmentRow): Blob {
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  return new Blob([bytes], { type });
}

/** Such as "vigie-20251122-214305.webp". */
export function pictureName({ type, created_at: at }: AttachmentRow): string {
  const [day = '', time = ''] = at.replaceAll(/[-:]|\..*/g, '').split('T');
  return `vigie-${day}-${time}.${type === 'image/webp' ? 'webp' : 'jpg'}`;
}
