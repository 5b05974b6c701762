import type { SecurityReportData } from '../../../audit/index.js';
import type { ReportTexts } from './report-texts.js';

/** The report with wire names (snake_case) and its recommendations in words. */
export function toReportJson(report: SecurityReportData, texts: ReportTexts): object {
  const recommendations = report.recommendations.map((recommendation) => ({
    ...recommendation,
    message: texts.recommendations[recommendation.code](recommendation.count),
  }));
  return toWire({ ...report, recommendations }) as object;
}

function toWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWire);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [toSnakeCase(name), toWire(member)]),
  );
}

function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
