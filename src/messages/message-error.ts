/**
 * A refusal with a stable code that the UI turns into a sentence, and a detail for the diagnostic view. Thrown by handlers in the
 * background, and thrown again by the client in the page that asked.
 */
export class MessageError extends Error {
  override readonly name = 'MessageError';
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}
