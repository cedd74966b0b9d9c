import { createTranslator, resolveLanguage, type Text, type TextValues, type Translator } from '../platform/i18n.ts';
import type { Settings } from '../core/settings.ts';
import { CommandError } from './command-error.ts';
import type { Printer } from './printer.ts';

/** Answers in the language that the screens speak, at the time of the answer. */
export interface Speaker {
  translator(): Translator;
  say(text: Text, values?: TextValues): void;
  warn(text: Text, values?: TextValues): void;
  /** The refusal of a command. */
  refusal(text: Text, values?: TextValues): CommandError;
}

export function createSpeaker(
  printer: Printer,
  settings: () => Pick<Settings, 'language'>,
  browserLanguage: () => string,
): Speaker {
  const made = new Map<string, Translator>();

  function translator(): Translator {
    const language = resolveLanguage(settings().language, browserLanguage());
    const known = made.get(language) ?? createTranslator(language, navigator.languages);
    made.set(language, known);
    return known;
  }

  const speak = (text: Text, values?: TextValues) => translator().t(text, values);
  return {
    translator,
    say: (text, values) => printer.say(speak(text, values)),
    warn: (text, values) => printer.warn(speak(text, values)),
    refusal: (text, values) => new CommandError(speak(text, values)),
  };
}
