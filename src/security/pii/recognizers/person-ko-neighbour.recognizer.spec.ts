import { people } from '../../../../test/support/found-people.js';

describe('names before a number of a resident', () => {
  it.each([
    ['노무비 명세 황만복 610418-1729356 12일', ['황만복']],
    ['동거인 권갑득 750211-2048119', ['권갑득']],
  ])('are found without a label: %j', (text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each(['접수처 610418-1729356', '상담이 610418-1729356'])('are none in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
