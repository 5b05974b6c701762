import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { PiiAnalyzer } from '../analyzer.js';
import { PII_RECOGNIZER_METADATA } from './pii-recognizer.decorator.js';
import type { OwnRecognizer, TextRecognizer } from './text-recognizer.js';

/** Hands every recognizer that a developer declared to the analyzer, before the first request comes. */
@Injectable()
export class OwnRecognizers implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly analyzer: PiiAnalyzer,
  ) {}

  onModuleInit(): void {
    for (const recognizer of this.declared()) this.analyzer.add(recognizer);
  }

  private declared(): OwnRecognizer[] {
    return this.discovery.getProviders().flatMap((wrapper) => {
      const { metatype, instance } = wrapper as { metatype: unknown; instance: unknown };
      if (typeof metatype !== 'function' || typeof instance !== 'object' || instance === null) return [];
      const name = Reflect.getMetadata(PII_RECOGNIZER_METADATA, metatype) as string | undefined;
      if (name === undefined) return [];
      return [{ name, recognize: (text) => (instance as TextRecognizer).recognize(text) }];
    });
  }
}
