const PII = '../../dist/security/pii';
const { CapitalWord } = await import(`${PII}/lexicon/english/capital-word.js`);
const { isNoName, isTitle } = await import(`${PII}/lexicon/english/word-class.js`);
const { CodeUnits } = await import(`${PII}/text/code-units.js`);
const { isLatinCapital, startsWord } = await import(`${PII}/text/latin-words.js`);
const { isRoleBefore } = await import(`${PII}/recognizers/names/role-or-family.js`);
const { nameWordOf, readName } = await import(`${PII}/recognizers/names/name-words.js`);
const { mayBeginName, weighName } = await import(`${PII}/recognizers/names/weigh-name.js`);
const { FEATURES, nameFeatures } = await import(
  `${PII}/recognizers/names/english-name-model/name-features.js`
);
const { logitOfRules } = await import(`${PII}/recognizers/names/english-name-model/name-score.js`);

const units = new CodeUnits();
const word = new CapitalWord();

/** Every candidate that the model is asked about, but those whose boundaries are wrong, with its features. */
export function examplesOf({ text, spans }) {
  const names = spans.filter(({ type }) => type === 'PERSON');
  const examples = [];
  units.read(text);
  for (let at = 0; at < text.length; at += 1) {
    if (!isLatinCapital(units, at) || !startsWord(units, at)) continue;
    const candidate = candidateAt(at);
    if (candidate === undefined) continue;
    const { start, end, example } = candidate;
    const isName = names.some((name) => name.start === start && name.end === end);
    if (!isName && names.some((name) => name.start < end && name.end > start)) continue;
    examples.push({ ...example, isName });
    if (isName || example.offset > 0) at = end - 1;
  }
  units.clear();
  return examples;
}

function candidateAt(at) {
  word.read(units, at);
  if (!mayBeginName(units, word)) return undefined;
  const first = nameWordOf(units, word);
  if (isTitle(first.flags) || isNoName(first.flags)) return undefined;
  const all = readName(units, first);
  const words = isRoleBefore(units, all) ? all.slice(1) : all;
  const rules = weighName(units, words, words !== all);
  if (rules === undefined) return undefined;
  const features = new Uint32Array(FEATURES);
  nameFeatures(units, words, rules, features);
  return { start: words[0].start, end: rules.end, example: { features, offset: logitOfRules(rules) } };
}
