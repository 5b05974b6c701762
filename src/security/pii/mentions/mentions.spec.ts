import { PiiAnalyzer } from '../analyzer.js';

const analyzer = new PiiAnalyzer();
const persons = (text: string) =>
  analyzer
    .scan(text)
    .filter(({ entityType }) => entityType === 'PERSON')
    .map(({ start, end }) => text.slice(start, end));
const mentions = (text: string) =>
  analyzer.scan(text).filter(({ recognizer }) => recognizer === 'person-mention');

describe('mentions of somebody who was found already', () => {
  it.each([
    ['성명: 김다올\n다올이가 오늘 결석합니다.', ['김다올', '다올']],
    ['보호자: 남궁겨레 님. 겨레는 학교에 있습니다.', ['남궁겨레', '겨레']],
    ['겨레한테 전해 주세요. 성명: 박겨레', ['겨레', '박겨레']],
    ['담당자: 최가람\n가람 씨가 확인했다고 합니다.', ['최가람', '가람']],
    ['Customer name: Tiphaine Quillory\nQuillory called twice.', ['Tiphaine Quillory', 'Quillory']],
    ['Customer name: Tiphaine Quillory. Kind regards, T. Quillory', ['Tiphaine Quillory', 'T. Quillory']],
    ["Customer name: Tiphaine Quillory. It was Tiphaine's idea.", ['Tiphaine Quillory', 'Tiphaine']],
    ['Customer name: Mark Bell. We asked Mark twice.', ['Mark Bell', 'Mark']],
    ['According to Quillory it broke. Customer name: Tiphaine Quillory', ['Quillory', 'Tiphaine Quillory']],
  ])('are found in %j', (text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  it.each([
    // The given name is an ordinary word, and nothing says that somebody is meant.
    ['성명: 김지원\n지원 대상이 아닙니다. 지원이 필요합니다.'],
    // Part of another word.
    ['성명: 김다올\n새다올마을 축제, 다올마을'],
    ['Customer name: Tiphaine Quillory. See Quillory Road and Mount Quillory.'],
    ['Customer name: Tiphaine Quillory, @Quillory, /Quillory, Quillory.com'],
    // Words that begin a sentence.
    ['Customer name: Grant Bell. Grant it, then ring. Bell curves are left out.'],
    ['Customer name: Mark Bell. Mark it as done.'],
    // Nobody is known.
    ['Quillory called twice. 다올이가 왔습니다.'],
  ])('are not seen in %j', (text) => {
    expect(mentions(text)).toEqual([]);
  });

  it('are found within some thousand characters, and not in another document far below', () => {
    const filler = 'nothing to see here, move along. '.repeat(100);
    const known = 'Customer name: Tiphaine Quillory\n';
    expect(persons(`${known}${filler}Ask for the Quillory file.`)).toHaveLength(2);
    expect(persons(`${known}${filler.repeat(4)}Ask for the Quillory file.`)).toHaveLength(1);
  });

  it('cost no more for each character where many people are known', () => {
    const syllables = Array.from('가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허');
    const names = syllables.flatMap((first) => syllables.map((last) => `성명: 김${first}${last}`)).join('\n');
    const mentions = syllables.map((first) => `${first} ${first}가 ${first}나무`).join(' ');
    const text = (times: number) => `${names}\n${mentions}\n`.repeat(times);
    const seconds = (times: number) => {
      let least = Infinity;
      for (let round = 0; round < 5; round++) {
        const { user } = process.cpuUsage();
        analyzer.scan(text(times));
        least = Math.min(least, process.cpuUsage().user - user);
      }
      return least / times;
    };
    seconds(4);
    expect(seconds(16)).toBeLessThan(5 * seconds(4));
  });
});
