import { describe, expect, it } from 'vitest';
import { createFollower, type RequestDetails } from '../../../src/background/network/follow.ts';

function details(change: Partial<RequestDetails> = {}): RequestDetails {
  return {
    requestId: '1',
    url: 'https://shop.example/api',
    method: 'GET',
    type: 'xmlhttprequest',
    tabId: 7,
    frameId: 0,
    timeStamp: 1_000.4,
    initiator: 'https://shop.example',
    ...change,
  };
}

const FAILED = { statusCode: 500, statusLine: 'HTTP/1.1 500 Internal Server Error' };

describe('createFollower', () => {
  it('makes a failure of a status of 400 and above, of no other', () => {
    const follower = createFollower('chromium');
    expect(follower.answered(details({ statusCode: 399 }))).toBeNull();
    expect(follower.answered(details(FAILED))).toMatchObject({
      urls: ['https://shop.example/api'],
      status: 500,
      error: 'Internal Server Error',
      at: 1_000,
      tab: 7,
    });
  });

  it('has no words for the status of HTTP/2', () => {
    const follower = createFollower('chromium');
    expect(follower.answered(details({ statusCode: 404, statusLine: 'HTTP/1.1 404' }))?.error).toBe('');
    expect(follower.answered(details({ requestId: '2', statusCode: 404 }))?.error).toBe('');
  });

  it('makes a failure of a request without answer, with the browser’s cause', () => {
    const error = 'net::ERR_CONNECTION_REFUSED';
    expect(createFollower('chromium').broke(details({ error }))).toMatchObject({ status: 0, error });
  });

  it('knows the status of an answer that the browser refused to begin with', () => {
    const follower = createFollower('firefox');
    follower.headed(details({ ...FAILED, type: 'script' }));
    expect(follower.broke(details({ type: 'script', error: 'NS_ERROR_CORRUPTED_CONTENT' }))).toMatchObject({
      status: 500,
      error: 'Internal Server Error',
    });
    follower.headed(details({ requestId: '2', statusCode: 200 }));
    expect(follower.broke(details({ requestId: '2', error: 'NS_ERROR_CORRUPTED_CONTENT' }))).toMatchObject({
      status: 0,
    });
    follower.headed(details({ ...FAILED, requestId: '3' }));
    expect(follower.broke(details({ requestId: '3', error: 'NS_BINDING_ABORTED' }))).toBeNull();
  });

  it('tells once of an answer whose head it knew and that goes on', () => {
    const follower = createFollower('firefox');
    follower.headed(details(FAILED));
    expect(follower.answered(details(FAILED))).not.toBeNull();
    expect(follower.broke(details({ error: 'NS_ERROR_NET_RESET' }))).toBeNull();
  });

  it('makes nothing of what was called off, in the words of each browser', () => {
    expect(createFollower('chromium').broke(details({ error: 'net::ERR_ABORTED' }))).toBeNull();
    expect(createFollower('firefox').broke(details({ error: 'NS_BINDING_ABORTED' }))).toBeNull();
  });

  it('makes nothing of an answer that the page called off in the middle, of one that it may not see a failure', () => {
    const follower = createFollower('chromium');
    follower.answered(details({ statusCode: 200 }));
    expect(follower.broke(details({ error: 'net::ERR_FAILED' }))).toBeNull();
    expect(follower.broke(details({ requestId: '2', error: 'net::ERR_FAILED' }))).not.toBeNull();
    follower.answered(details({ requestId: '3', statusCode: 200 }));
    expect(follower.broke(details({ requestId: '3', error: 'net::ERR_CONTENT_LENGTH_MISMATCH' }))).not.toBeNull();
  });

  it('counts an object to the page around it, not to the frame that its content would get', () => {
    const frames = { frameId: 9, documentId: 'IN', parentFrameId: 2, parentDocumentId: 'AROUND' };
    const follower = createFollower('chromium');
    expect(follower.answered(details({ ...FAILED, ...frames, type: 'object' }))).toMatchObject({
      frame: 2,
      document: 'AROUND',
    });
    expect(follower.answered(details({ ...FAILED, ...frames, requestId: '2' }))).toMatchObject({
      frame: 9,
      document: 'IN',
    });
  });

  it('tells of one failure once: an answer that is an error and then breaks off', () => {
    const follower = createFollower('chromium');
    expect(follower.answered(details(FAILED))).not.toBeNull();
    expect(follower.broke(details({ error: 'net::ERR_CONNECTION_RESET' }))).toBeNull();
    expect(follower.answered(details({ ...FAILED, requestId: '2' }))).not.toBeNull();
  });

  it('knows the addresses of a redirected request, and only of that one', () => {
    const follower = createFollower('chromium');
    follower.redirected(details({ url: 'https://shop.example/a' }));
    follower.redirected(details({ url: 'https://shop.example/b' }));
    expect(follower.answered(details({ ...FAILED, url: 'https://shop.example/c' }))?.urls).toEqual([
      'https://shop.example/a',
      'https://shop.example/b',
      'https://shop.example/c',
    ]);
    expect(follower.answered(details({ ...FAILED, requestId: '2' }))?.urls).toHaveLength(1);
  });

  it('stays small whatever is redirected', () => {
    const follower = createFollower('chromium');
    for (let id = 0; id < 2_000; id += 1)
      follower.redirected(details({ requestId: `${id}`, url: 'https://shop.example/a' }));
    expect(follower.answered(details({ ...FAILED, requestId: '0' }))?.urls).toHaveLength(1);
    expect(follower.answered(details({ ...FAILED, requestId: '1999' }))?.urls).toHaveLength(2);
  });

  it('leaves out what browsers ask on their own account, and the question that CORS asks before', () => {
    const follower = createFollower('firefox');
    expect(follower.answered(details({ ...FAILED, type: 'speculative' }))).toBeNull();
    expect(follower.answered(details({ ...FAILED, type: 'csp_report' }))).toBeNull();
    expect(follower.answered(details({ ...FAILED, method: 'OPTIONS' }))).toBeNull();
  });

  it('knows who asked in either browser’s words', () => {
    const chromium = createFollower('chromium').answered(details(FAILED));
    expect(chromium).toMatchObject({ initiator: 'https://shop.example', documentUrl: '' });
    const { initiator: _initiator, ...plain } = details(FAILED);
    const told = { ...plain, originUrl: 'https://shop.example/cart', documentUrl: 'https://shop.example/cart' };
    expect(createFollower('firefox').answered(told)).toMatchObject({
      initiator: 'https://shop.example',
      documentUrl: 'https://shop.example/cart',
    });
  });
});
