import type { EntityType, Finding } from '../../security/index.js';
import { UnprocessableRequestError } from '../presidio-error.js';
import { TextOffsets } from '../text-offsets.js';
import { MAX_RESULTS } from '../wire-schema.js';
import type { AdHocRecognizer, AnalyzeRequest } from './analyze-request.schema.js';
import type { NamedFinding } from './analyzer-result.js';
import { EntityFilter } from './entity-filter.js';
import { WordSearch, type FoundWord } from './word-search.js';

/** Score of what a caller's own list names, where the list says nothing else. */
const DENY_LIST_SCORE = 1;

interface DenyList {
  readonly recognizer: AdHocRecognizer;
  readonly words: WordSearch;
}

/** What one request looks for. */
export class Search {
  private readonly filter: EntityFilter;
  private readonly allowed: ReadonlySet<string>;
  private readonly denyLists: readonly DenyList[];
  private deniedCount = 0;

  /** @throws UnprocessableRequestError for regular expressions, and when no entity asked for is known. */
  constructor(private readonly request: AnalyzeRequest) {
    refuseExpressions(request);
    this.filter = new EntityFilter(request.entities);
    this.allowed = new Set(request.allow_list);
    this.denyLists = (request.ad_hoc_recognizers ?? [])
      .filter(({ supported_entity: type }) => request.entities?.includes(type) ?? true)
      .map((recognizer) => ({ recognizer, words: new WordSearch(recognizer.deny_list ?? []) }));
    if (this.filter.isEmpty && this.denyLists.length === 0)
      throw new UnprocessableRequestError('No matching recognizers were found to serve the request.');
  }

  /** What the detector is to look for. */
  get types(): ReadonlySet<EntityType> {
    return this.filter.types;
  }

  /**
   * Of the findings those that the request is about, and what its own lists name; in the caller's offsets.
   *
   * @throws UnprocessableRequestError when the lists name more than is answered, in all texts of the request.
   */
  resultsOf(text: string, findings: readonly Finding[]): NamedFinding[] {
    const { offsets, score_threshold: threshold = 0 } = this.request;
    const map = new TextOffsets(text, offsets);
    return [...this.named(findings), ...this.inDenyLists(text)]
      .filter(({ score, start, end }) => score >= threshold && !this.allowed.has(text.slice(start, end)))
      .sort((a, b) => a.start - b.start || b.end - a.end)
      .map((found) => ({ ...found, start: map.toWire(found.start), end: map.toWire(found.end) }));
  }

  private named(findings: readonly Finding[]): NamedFinding[] {
    return findings.flatMap((finding) => {
      const name = this.filter.nameOf(finding.entityType);
      return name === undefined ? [] : [{ ...finding, entityType: name }];
    });
  }

  private inDenyLists(text: string): NamedFinding[] {
    return this.denyLists.flatMap(({ recognizer, words }) => {
      const { supported_entity: entityType, deny_list_score: score = DENY_LIST_SCORE } = recognizer;
      const places = [...this.counted(words.find(text))];
      return places.map((place) => ({ ...place, entityType, score, recognizer: 'ad-hoc' }));
    });
  }

  /** A letter in twenty lists stands in a text a million times, and each would be an answer of many lines. */
  private *counted(places: Iterable<FoundWord>): Generator<FoundWord> {
    for (const place of places) {
      if (++this.deniedCount > MAX_RESULTS)
        throw new UnprocessableRequestError(
          `ad_hoc_recognizers: words of deny_list may stand in the texts at most ${MAX_RESULTS} times`,
        );
      yield place;
    }
  }
}

function refuseExpressions({
  ad_hoc_recognizers: recognizers = [],
  allow_list_match: match,
}: AnalyzeRequest): void {
  if (match === 'regex')
    throw new UnprocessableRequestError('allow_list_match: only exact is supported, no regular expressions');
  if (recognizers.some(({ patterns = [] }) => patterns.length > 0))
    throw new UnprocessableRequestError(
      'ad_hoc_recognizers: patterns are not supported, for a regular expression can hold a server; use deny_list',
    );
}
