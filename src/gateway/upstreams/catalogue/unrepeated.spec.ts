import { unrepeated } from './unrepeated.js';

const named = (name: string, text: string) => ({ name, text });
const left = (...entries: ReturnType<typeof named>[]) => unrepeated(entries, ({ name }) => name);

describe('Entries of a list', () => {
  it('are left out where another has their name and says something else', () => {
    const other = named('other', 'c');
    expect(left(named('same', 'a'), other, named('same', 'b'))).toEqual([other]);
    expect(left(named('same', 'a'), named('same', 'b'), named('same', 'a'), other)).toEqual([other]);
  });

  it('count once where they are equal', () => {
    expect(left(named('same', 'a'), named('same', 'a'))).toEqual([named('same', 'a')]);
  });
});
