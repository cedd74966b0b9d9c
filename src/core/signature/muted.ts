import type { SignatureParts } from '../rows.ts';

/** Browsers hide all about errors in scripts of other origins. Firefox names the script, though not always: one bug all the same. */
export const MUTED = 'Script error.';

/** Whether nothing but its existence is known of an error, since its script came from elsewhere without leave to tell. */
export function isMuted({ source, message }: Pick<SignatureParts, 'source' | 'message'>): boolean {
  return message === MUTED && source === MUTED_SOURCE;
}

/** Stands for the file of such errors. */
export const MUTED_SOURCE = '(cross-origin)';
