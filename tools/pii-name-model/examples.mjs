const MODEL = '../../dist/security/pii/recognizers/names/korean-name-model';
const { CONTEXT_FEATURES, contextFeatures } = await import(`${MODEL}/context-features.js`);
const { nameLengths, surnameLength } = await import(`${MODEL}/name-spans.js`);
const { firstSight, WORD_FEATURES, wordFeatures } = await import(`${MODEL}/word-features.js`);

const buffer = new Uint32Array(WORD_FEATURES + CONTEXT_FEATURES);

/** Every part of the text that could be a name, with its features and whether it is one. */
export function examplesOf({ text, spans }) {
  const names = new Set(
    spans.filter(({ type }) => type === 'PERSON').map(({ start, end }) => `${start}-${end}`),
  );
  return [...text.matchAll(/[가-힣]+/g)].flatMap(({ 0: { length }, index: start }) => {
    const end = start + length;
    const ofSurname = surnameLength(text, start, end);
    if (ofSurname === 0) return [];
    const lengths = nameLengths(text, start, end, ofSurname);
    const ends = [...lengths].slice(0, lengths.indexOf(0)).map((each) => start + each);
    return ends.map((nameEnd) => ({
      features: featuresOf(text, { start, nameEnd, end, surnameLength: ofSurname, tail: 0 }),
      isName: names.has(`${start}-${nameEnd}`),
    }));
  });
}

function featuresOf(text, name) {
  firstSight(text, name.start, name.start + name.surnameLength, name.nameEnd - name.start, buffer);
  wordFeatures(text, name, buffer);
  contextFeatures(text, name, buffer);
  return [...buffer];
}
