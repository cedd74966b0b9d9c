const SPECIFIER = /%([sdifoOc%])/g;

/**
 * The message of a console call: `%s %d %i %f %o %O %c` in the first text filled in as in the Console Standard
 * (https://console.spec.whatwg.org/#formatter), the others after it, separated by spaces. Styles (`%c`) are left out.
 */
export function fillIn(texts: string[]): string {
  const [template = '', ...rest] = texts;
  const filled = template.replace(SPECIFIER, (specifier, letter: string) => {
    if (letter === '%') return '%';
    const text = rest.shift();
    if (text === undefined) return specifier;
    if (letter === 'c') return '';
    if (letter === 'd' || letter === 'i') return numeral(Number.parseInt(text, 10));
    return letter === 'f' ? numeral(Number.parseFloat(text)) : text;
  });
  return [filled, ...rest].join(' ');
}

function numeral(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
