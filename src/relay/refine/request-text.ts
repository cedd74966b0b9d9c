import { absolute } from '../address.ts';
import { type Fields, textOf } from './fields.ts';

/** The methods that browsers put in upper case; others are sent as written. */
const NORMALISED = /^(delete|get|head|options|post|put)$/i;

/** The facts of a request that failed, with its address made absolute and its method as it was sent. */
export function readRequest({ method, url, base, ...facts }: Fields): Fields {
  return {
    ...facts,
    method: textOf(method).replace(NORMALISED, (name) => name.toUpperCase()),
    url: absolute(textOf(url), textOf(base)),
  };
}

/** `METHOD url status (text)`, or `METHOD url failed` if there was no answer. */
export function requestMessage({ method, url, status, error }: Fields): string {
  const request = `${textOf(method)} ${textOf(url)}`;
  if (!status) return `${request} failed`;
  return `${request} ${Number(status)}${error ? ` (${textOf(error)})` : ''}`;
}
