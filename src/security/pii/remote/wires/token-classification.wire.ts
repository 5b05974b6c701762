import { listsOf, type RawSpan, type Wire } from './wire.js';

/** One token, or one group of them where the service aggregates. */
interface Token {
  readonly entity_group?: unknown;
  readonly entity?: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
  readonly score?: unknown;
}

interface Group {
  readonly label: string;
  readonly start: number;
  end: number;
  readonly scores: number[];
}

/** What stands between the tokens of one entity at most: a blank. */
const MAX_GAP = 1;

/** Token classification as Hugging Face serves it: groups by `entity_group`, or single tokens tagged B-, I-, E- and S-. */
export const tokenClassificationWire: Wire = {
  namesLanguage: false,
  bodyOf: ({ texts }) => ({
    inputs: texts.length === 1 ? texts[0] : texts,
    parameters: { aggregation_strategy: 'simple' },
  }),
  spansOf: (answer, texts) => listsOf(answer, texts.length)?.map(spansOfTokens),
  // Of the usual label sets (CoNLL-2003, OntoNotes, KLUE) only people are personal wherever they stand.
  usualEntities: { PER: 'PERSON', PERSON: 'PERSON', PS: 'PERSON' },
};

function spansOfTokens(tokens: readonly Token[]): RawSpan[] {
  const spans: RawSpan[] = [];
  const tagged: Token[] = [];
  for (const token of tokens) {
    if (token.entity_group === undefined && typeof token.entity === 'string' && hasPlace(token))
      tagged.push(token);
    else spans.push({ ...token, label: token.entity_group ?? token.entity } as RawSpan);
  }
  return [...spans, ...groupsOf(tagged)];
}

/** A token whose place is unknown cannot be joined with others; it is refused as a span by whoever checks spans. */
function hasPlace({ start, end, score }: Token): boolean {
  return [start, end, score].every((value) => typeof value === 'number');
}

function groupsOf(tokens: readonly Token[]): RawSpan[] {
  const inOrder = [...tokens].sort((a, b) => (a.start as number) - (b.start as number));
  const groups: Group[] = [];
  for (const token of inOrder) addToken(groups, token as { entity: string } & Token);
  return groups.map(({ scores, ...group }) => ({
    ...group,
    score: scores.reduce((sum, score) => sum + score, 0) / scores.length,
  }));
}

/** A piece of a word (no gap) goes on with the group whatever its prefix: tokenizers cut names into pieces. */
function addToken(groups: Group[], token: Token & { entity: string }): void {
  const { prefix, label } = partsOf(token.entity);
  if (label === 'O' || label === '') return;
  const { start, end, score } = token as { start: number; end: number; score: number };
  const last = groups.at(-1);
  const gap = last === undefined ? Infinity : start - last.end;
  const goesOn = last?.label === label && (gap <= 0 || (gap <= MAX_GAP && !/[BS]/.test(prefix)));
  if (!goesOn || last === undefined) {
    groups.push({ label, start, end, scores: [score] });
    return;
  }
  last.end = Math.max(last.end, end);
  last.scores.push(score);
}

/** `B-PER`, and `PER-B` as some models write it; a label without prefix stands for itself. */
function partsOf(tag: string): { prefix: string; label: string } {
  const [, before, label = '', after] = /^(?:([BIES])-)?(.{1,512}?)(?:-([BIES]))?$/s.exec(tag) ?? [];
  return { prefix: before ?? after ?? '', label };
}
