import { describe, expect, it } from 'vitest';
import { frameOf } from '../../../src/background/ingest/frame.ts';
import type { Sender } from '../../../src/messages/sender.ts';
import { LIMITS } from '../../../src/relay/wire.ts';
import { relay } from '../../messages/senders.ts';

const TOP = 'https://shop.example/cart?id=1#pay';

function inside(change: Partial<Sender>): Sender {
  return relay({ frameId: 4, tab: { id: 7, url: TOP }, ...change });
}

describe('frameOf', () => {
  it('takes the top page from its own address', () => {
    expect(frameOf(relay())).toEqual({
      tab: 7,
      frame_id: 0,
      url: 'http://localhost:3000/booking?step=2',
      origin: 'http://localhost:3000',
      top_url: '',
      top_origin: 'http://localhost:3000',
    });
  });

  it('takes a frame from its own address and names the top page', () => {
    const sender = inside({ url: 'https://pay.example/form', origin: 'https://pay.example' });
    expect(frameOf(sender)).toEqual({
      tab: 7,
      frame_id: 4,
      url: 'https://pay.example/form',
      origin: 'https://pay.example',
      top_url: TOP,
      top_origin: 'https://shop.example',
    });
  });

  it.each(['about:blank', 'about:srcdoc', 'data:text/html,x', 'blob:https://shop.example/1-2'])(
    'gives a frame at %s to the page that made it',
    (url) => {
      expect(frameOf(inside({ url, origin: 'https://shop.example' }))).toMatchObject({
        url: TOP,
        origin: 'https://shop.example',
      });
    },
  );

  it('gives a frame of another origin without address to that origin', () => {
    expect(frameOf(inside({ url: 'about:blank', origin: 'https://pay.example' }))).toMatchObject({
      url: 'https://pay.example/',
      origin: 'https://pay.example',
    });
  });

  it.each([
    ['about:srcdoc', 'null'],
    ['data:text/html,x', 'null'],
    ['about:blank', undefined],
  ])('gives an opaque frame at %s with origin %s to the tab', (url, origin) => {
    expect(frameOf(inside({ url, origin }))).toMatchObject({ url: TOP, origin: 'https://shop.example', top_url: TOP });
  });

  it('keeps the address of a sandboxed page', () => {
    expect(frameOf(inside({ url: 'https://pay.example/form', origin: 'null' }))).toMatchObject({
      url: 'https://pay.example/form',
      origin: 'https://pay.example',
    });
  });

  it('knows the maker of a blob when the browser does not tell it', () => {
    const sender = inside({ url: 'blob:https://pay.example/1-2', origin: undefined, tab: { id: 7 } });
    expect(frameOf(sender)).toMatchObject({
      url: 'https://pay.example/',
      origin: 'https://pay.example',
      top_url: '',
      top_origin: '',
    });
  });

  it('gives up where there is no web page at all', () => {
    expect(frameOf(relay({ url: 'about:blank', origin: 'null', tab: { id: 7, url: 'about:blank' } }))).toBeNull();
    expect(frameOf(relay({ url: 'file:///etc/passwd', origin: 'null', tab: { id: 7 } }))).toBeNull();
    expect(frameOf(relay({ tab: undefined }))).toBeNull();
  });

  it('bounds addresses', () => {
    const url = `http://localhost/${'x'.repeat(10_000)}`;
    expect(frameOf(inside({ url, tab: { id: 7, url } }))?.url).toHaveLength(LIMITS.url);
    expect(frameOf(inside({ url, tab: { id: 7, url } }))?.top_url).toHaveLength(LIMITS.url);
  });
});
