/** Time for the browser to take the file over before its address is given up. */
const TAKEN_OVER_MS = 60_000;

/** Saves the file under this name, as a download. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_OVER_MS);
}
