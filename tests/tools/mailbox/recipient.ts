import type { AddressObject, ParsedMail } from 'mailparser';

/** The addresses that a mail went to, as one text. */
export function recipientOf({ to }: Pick<ParsedMail, 'to'>): string {
  return [to ?? []]
    .flat()
    .flatMap(({ value }: AddressObject) => value.map(({ address = '' }) => address))
    .join(', ');
}
