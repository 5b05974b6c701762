import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { Analysis } from './analyzer/analysis.js';
import { AnalyzerController } from './analyzer/analyzer.controller.js';
import { Anonymization } from './anonymizer/anonymization.js';
import { AnonymizerController } from './anonymizer/anonymizer.controller.js';
import { PresidioHealthController } from './presidio-health.controller.js';

/** The detector as a service, in the wire shape of Microsoft Presidio, so that its clients can switch. */
@Module({
  imports: [AuditModule],
  controllers: [AnalyzerController, AnonymizerController, PresidioHealthController],
  providers: [Analysis, Anonymization],
})
export class PresidioModule {}
