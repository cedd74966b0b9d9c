/** An address made absolute, without its fragment, and of a `data:` address only the type: the rest is its content. */
export function absolute(address: string, base: string): string {
  let full = address;
  try {
    // '' would be the base itself.
    full = address && new URL(address, base).href;
  } catch {
    // Left as the page wrote it: that the address is wrong may be the error.
  }
  return full.replace(/#.*/s, '').replace(/^(data:[^,]*,).*/s, '$1…');
}
