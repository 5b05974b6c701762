import { rateLimitHeaders } from './rate-limit-headers.js';

const quota = (policy: string, limitPerMinute: number) => ({ bucket: 'b', key: 'k', policy, limitPerMinute });

describe('rateLimitHeaders', () => {
  it('says nothing where nothing is limited', () => {
    expect(rateLimitHeaders(new Map())).toEqual({});
  });

  it('lists policies, and what is left of each (draft-ietf-httpapi-ratelimit-headers-10)', () => {
    const left = new Map([
      [quota('files:person', 60), 59],
      [quota('files/write_*:person', 5), 0],
    ]);
    expect(rateLimitHeaders(left, 12)).toEqual({
      'RateLimit-Policy': '"files:person";q=60;w=60, "files/write_*:person";q=5;w=60',
      RateLimit: '"files:person";r=59, "files/write_*:person";r=0;t=12',
    });
  });
});
