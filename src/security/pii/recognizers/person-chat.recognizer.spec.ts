import { people } from '../../../../test/support/found-people.js';

describe('names where nobody writes capitals', () => {
  it.each([
    ['hey gareth, u coming tonight?', ['gareth']],
    ['Yo brandon its kelly from the pool, still got the racket?', ['brandon', 'kelly']],
    ['can u ask siobhan if the keys are hers', ['siobhan']],
    ['this parcel is for marcus holloway at no 9', ['marcus holloway']],
    ['k done, priyanka will send it today', ['priyanka']],
    ["that was brenda's idea not mine", ['brenda']],
    ['thx anne-marie!! see u sat', ['anne-marie']],
    ['pls loop in fatima d + the new guy', ['fatima d']],
    ['my sister olga said no', ['olga']],
  ])('are found in %j', (text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each([
    'anyone know why travis is slow today? jenkins was fine',
    'we moved from java to ruby and from jasmine to jest',
    'is the rose theme for summer done, or still with grace period',
    'take the train to austin and then call a cab to victoria',
    'please use max speed and the art of the deal',
    'mail sam@example.com or see /home/brandon/notes',
    'can you bill me for the mark up, will pay by may',
    'The quarterly review covers gareth, but here everybody writes capitals. Jane agreed. Bob did, too.',
  ])('are not seen in %j', (text) => {
    expect(people(text).filter((name) => name !== 'Jane' && name !== 'Bob')).toEqual([]);
  });
});
