/** Puts the focus on the first field of a form that was refused, once its error is on the screen. */
export function focusInvalid(event: Event): void {
  const form = event.currentTarget;
  if (!(form instanceof HTMLElement)) return;
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
