const MODEL = '../../dist/security/pii/recognizers/names/korean-name-model';
const { JOINED_FEATURES, joinedFeatures, SURROUNDINGS, surroundings } = await import(
  `${MODEL}/context-features.js`
);
const { NameSpan } = await import(`${MODEL}/name-span.js`);
const { givenLength, isTail, nameLengths, surnameLength } = await import(`${MODEL}/name-spans.js`);
const {
  SURNAME_FEATURES,
  surnameFeatures,
  SYLLABLE_FEATURES,
  syllableFeatures,
  WORD_FEATURES,
  wordFeatures,
} = await import(`${MODEL}/word-features.js`);

const LONGEST_NAME = 4;

/** Every part of the text that could be a name, with its features and whether it is one. */
export function examplesOf({ text, spans }) {
  const names = new Set(
    spans.filter(({ type }) => type === 'PERSON').map(({ start, end }) => `${start}-${end}`),
  );
  return [...text.matchAll(/[가-힣]+/g)].flatMap(({ 0: { length }, index: start }) => {
    const end = start + length;
    return candidatesOf(text, start, end).map(({ nameEnd, ofSurname }) => ({
      features: featuresOf(text, spanOf(start, nameEnd, end, ofSurname)),
      isName: names.has(`${start}-${nameEnd}`),
    }));
  });
}

/** Names that the run may begin with: a surname and a given name, or a given name alone. */
function candidatesOf(text, start, end) {
  const ofGiven = givenLength(text, start, end);
  const alone = ofGiven === 0 ? [] : [{ nameEnd: start + ofGiven, ofSurname: 0 }];
  const ofSurname = surnameLength(text, start, end);
  if (ofSurname === 0) return alone;
  const lengths = nameLengths(text, start, end, ofSurname);
  const ends = Array.from({ length: LONGEST_NAME + 1 }, (_, length) => start + length).filter(
    (nameEnd, length) => (lengths >> length) & 1 && isTail(text, nameEnd, end),
  );
  return [...ends.map((nameEnd) => ({ nameEnd, ofSurname })), ...alone];
}

function spanOf(start, nameEnd, end, ofSurname) {
  const span = new NameSpan();
  span.begin(start, end, ofSurname);
  span.nameEnd = nameEnd;
  return span;
}

function featuresOf(text, name) {
  const { start, nameEnd, surnameLength: ofSurname } = name;
  const written = (count, write) => {
    const buffer = new Uint32Array(count);
    write(buffer);
    return [...buffer];
  };
  return [
    ...written(SURNAME_FEATURES, (into) => surnameFeatures(text, start, start + ofSurname, into)),
    ...written(SYLLABLE_FEATURES, (into) => syllableFeatures(text, start, ofSurname, nameEnd - start, into)),
    ...written(WORD_FEATURES, (into) => wordFeatures(text, name, into)),
    ...written(SURROUNDINGS, (into) => surroundings(text, name, into)),
    ...written(JOINED_FEATURES, (into) => joinedFeatures(name, into)),
  ];
}
