import type { ReportTexts } from './report-texts.js';

/** Writes moments as the readers of one language are used to. */
export class TimeFormat {
  private readonly minute: Intl.DateTimeFormat;
  private readonly hour: Intl.DateTimeFormat;
  private readonly day: Intl.DateTimeFormat;

  constructor(texts: Pick<ReportTexts, 'language' | 'timeZone'>) {
    const locale = texts.language === 'ko' ? 'ko-KR' : 'en-GB';
    const common = { timeZone: texts.timeZone, hourCycle: 'h23' } as const;
    this.minute = new Intl.DateTimeFormat(locale, { ...common, dateStyle: 'medium', timeStyle: 'short' });
    this.hour = new Intl.DateTimeFormat(locale, { ...common, hour: '2-digit', minute: '2-digit' });
    this.day = new Intl.DateTimeFormat(locale, { ...common, month: 'short', day: 'numeric' });
  }

  toMinute(moment: Date): string {
    return this.minute.format(moment);
  }

  /** `09:00`; on a scale of days `31 Jan`. */
  toTick(moment: Date, ofDays: boolean): string {
    return (ofDays ? this.day : this.hour).format(moment);
  }
}
