import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bankAccounts,
  cardNumbers,
  phoneNumbers,
  socialSecurityNumbers,
} from '../../../src/core/redact/checked-numbers.ts';
import { card, groupsOf4, iban, nir } from './generators.ts';

function found(find: (text: string) => { start: number; end: number }[], text: string): string[] {
  return find(text).map(({ start, end }) => text.slice(start, end));
}

/** The text with one of its digits changed. */
function damaged(text: string, at: number): string {
  const digits = [...text.matchAll(/\d/g)].map((match) => match.index);
  const place = digits[at % digits.length]!;
  return text.slice(0, place) + String((Number(text[place]) + 1) % 10) + text.slice(place + 1);
}

describe('card numbers', () => {
  test.each([
    '4242424242424242', '4242 4242 4242 4242', '4242-4242-4242-4242', '4242.4242.4242.4242', '4242\u00a04242\u00a04242\u00a04242', '5555 5555 5555 4444',
    '378282246310005', '3782 822463 10005', '30569309025904', '3530111333300000', '6200000000000005', '6011 0009 9013 9424', '4222222222222', '2223003122003222',
  ])('%s', (number) => {
    expect(found(cardNumbers, number)).toEqual([number]);
    expect(found(cardNumbers, `n°${number},`)).toEqual([number]);
    expect(found(cardNumbers, `card${number}`)).toEqual([number]);
  }); // prettier-ignore

  test('among other numbers', () => {
    expect(found(cardNumbers, '[17,4242424242424242,3] 12 4242 4242 4242 4242 2027')).toEqual([
      '4242424242424242',
      '4242 4242 4242 4242',
    ]);
  });

  test.each([
    '4242424242424241', '1710151351123', '1710151351123456', '0.4242424242424242', '4242424242424242.5', '4242424242424242px', 'a4242424242424242f',
    '550e8400-e29b-4242-4242-424242424242', '42424242424242424242424242', '4444444444444444', '4242 4242-4242 4242', '2024-11-05 10:22', '42424242 42424242',
  ])('not in %s', (text) => {
    expect(found(cardNumbers, text)).toEqual([]);
  }); // prettier-ignore

  test('a wrong digit makes it a number like any other', () => {
    fc.assert(
      fc.property(card, fc.nat(), (number, at) => {
        expect(found(cardNumbers, number)).toEqual([number]);
        expect(found(cardNumbers, damaged(number, at))).not.toContain(damaged(number, at));
      }),
    );
  });
});

describe('bank accounts', () => {
  test.each([
    'FR7630006000011234567890189', 'FR76 3000 6000 0112 3456 7890 189', 'DE89 3704 0044 0532 0130 00', 'GB29NWBK60161331926819', 'NO93 8601 1117 947', 'be68539007547034',
    'MT84MALT011000012345MTLCAST001S', 'CH93-0076-2011-6238-5295-7',
  ])('%s', (number) => {
    expect(found(bankAccounts, number)).toEqual([number]);
    expect(found(bankAccounts, `vers ${number} refusé`)).toEqual([number]);
  }); // prettier-ignore

  test.each([
    'FR7630006000011234567890188',
    'XX7630006000011234567890189',
    'FR763000600001123456789018',
    'refFR7630006000011234567890189',
    'FR7630006000011234567890189A',
  ])('not in %s', (text) => {
    expect(found(bankAccounts, text)).toEqual([]);
  });

  test('a wrong digit makes it a reference like any other', () => {
    fc.assert(
      fc.property(iban, fc.nat(), (number, at) => {
        expect(found(bankAccounts, groupsOf4(number))).toEqual([groupsOf4(number)]);
        expect(found(bankAccounts, damaged(number, at))).toEqual([]);
      }),
    );
  });
});

describe('French social security numbers', () => {
  test.each(['185057800608491', '1 85 05 78 006 084 91', '2 69 05 49 588 157 80'])('%s', (number) => {
    expect(found(socialSecurityNumbers, `n° ${number}.`)).toEqual([number]);
  });

  test.each(['185057800608492', '185997800608491', 'a185057800608491', '1850578006084910'])('not in %s', (text) => {
    expect(found(socialSecurityNumbers, text)).toEqual([]);
  });

  test('the key decides, Corsica included', () => {
    fc.assert(
      fc.property(nir, (number) => {
        const other = number.slice(0, 13) + (number.endsWith('01') ? '02' : '01');
        expect(found(socialSecurityNumbers, number)).toEqual([number]);
        expect(found(socialSecurityNumbers, other)).toEqual([]);
      }),
    );
  });
});

describe('telephone numbers', () => {
  test.each([
    '06 12 34 56 78',
    '06.12.34.56.78',
    '06-12-34-56-78',
    '+33 6 12 34 56 78',
    '+33612345678',
    '0033 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '+49 151 2345 6789',
    '+1 (415) 555-2671',
    '+44 20 7946 0958',
    '06 12 34 56 78 06 12 34 56 78 01 02 03 04 05',
    '06.12.34.56.78 06.12.34.56.79',
  ])('%s', (number) => {
    expect(found(phoneNumbers, `tél. ${number} !`).join()).toContain(number);
  });

  test.each([
    '0612345678',
    '06 12 34 56',
    '06 12.34 56 78',
    '2024-07-13T10:22:31+02:00',
    '1+1234567890',
    '01 02 03 04 05 06',
    '12.06.12.34.56.78',
    'v06.12.34.56.78',
    '+5',
    '+12 %',
  ])('not in %s', (text) => {
    expect(found(phoneNumbers, text)).toEqual([]);
  });
});
