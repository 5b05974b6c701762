import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Scopes } from '../../common/scopes.decorator.js';
import { PiiPolicy } from '../../security/index.js';
import { CallerSignal } from '../caller-signal.decorator.js';
import { language } from '../wire-schema.js';
import { Analysis } from './analysis.js';
import { analyzeRequest, type AnalyzeRequest } from './analyze-request.schema.js';
import type { AnalyzerResult } from './analyzer-result.js';
import { EntityFilter } from './entity-filter.js';

const languageQuery = z.object({ language: language.optional() });

/** Presidio's analyzer: finds personal data in the texts that are sent. */
@Controller('pii')
@Scopes('pii.analyze')
// Texts come here to be looked at, and answers hold places only: changing either would be wrong.
@PiiPolicy({ in: 'keep', out: 'keep' })
export class AnalyzerController {
  constructor(private readonly analysis: Analysis) {}

  @Post('analyze')
  @HttpCode(200)
  async analyze(
    @Body({ schema: analyzeRequest }) request: AnalyzeRequest,
    @CallerSignal() signal: AbortSignal,
  ): Promise<AnalyzerResult[] | AnalyzerResult[][]> {
    const { text } = request;
    if (Array.isArray(text)) return this.analysis.analyze(text, request, signal);
    const [results = []] = await this.analysis.analyze([text], request, signal);
    return results;
  }

  /** The same for every language: texts mix them, so all rules always look. */
  @Get('supportedentities')
  supportedEntities(@Query({ schema: languageQuery }) _query: object): string[] {
    return new EntityFilter().supported;
  }

  @Get('recognizers')
  recognizers(@Query({ schema: languageQuery }) _query: object): readonly string[] {
    return this.analysis.recognizers;
  }
}
