/** Why a command was not done, as a sentence in the reader's language that says what to do; the console shows it. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
