import type { Recommendation } from './recommendations.js';
import type { ReportFigures } from './report-figures.js';

/** A period's figures, and what should be done about them. */
export interface SecurityReportData extends ReportFigures {
  readonly generatedAt: Date;
  readonly recommendations: readonly Recommendation[];
}
