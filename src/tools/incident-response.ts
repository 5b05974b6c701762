export const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing to do, in the languages of the people on duty. */
export interface ResponseAction {
  readonly en: string;
  readonly ko: string;
}

const WATCH: readonly ResponseAction[] = [
  { en: 'Keep the event for the weekly review.', ko: '주간 점검을 위해 이벤트를 보존합니다.' },
  { en: 'Watch the client for further events.', ko: '해당 클라이언트의 추가 이벤트를 관찰합니다.' },
];

const REPORT: readonly ResponseAction[] = [
  { en: 'Tell the security team within one working day.', ko: '1영업일 이내에 보안 담당자에게 알립니다.' },
];

const INVESTIGATE: readonly ResponseAction[] = [
  { en: 'Read the audit records of the clients involved.', ko: '관련 클라이언트의 감사 기록을 확인합니다.' },
];

const CONTAIN: readonly ResponseAction[] = [
  { en: 'Alert the security team at once.', ko: '보안 담당자에게 즉시 알립니다.' },
  {
    en: 'Disable the clients involved and rotate their secrets.',
    ko: '관련 클라이언트를 비활성화하고 비밀키를 교체합니다.',
  },
  { en: 'Preserve the audit trail as evidence.', ko: '감사 기록을 증거로 보존합니다.' },
  { en: 'Find out which data was reached.', ko: '접근된 데이터의 범위를 파악합니다.' },
];

/** 개인정보 보호법 제34조 and its decree: report within 72 hours of learning of a breach; GDPR Art. 33 asks the same. */
const NOTIFY: readonly ResponseAction[] = [
  { en: 'Cut the systems involved off from the network.', ko: '관련 시스템을 네트워크에서 격리합니다.' },
  {
    en: 'Call the incident response team and the management.',
    ko: '침해 사고 대응팀과 경영진을 소집합니다.',
  },
  {
    en: 'If personal data leaked, notify the authority and the people concerned within 72 hours.',
    ko: '개인정보가 유출되었다면 72시간 이내에 감독 기관에 신고하고 정보 주체에게 통지합니다.',
  },
];

const ACTIONS: Readonly<Record<Severity, readonly ResponseAction[]>> = {
  LOW: WATCH,
  MEDIUM: [...REPORT, ...INVESTIGATE, ...WATCH],
  HIGH: [...CONTAIN, ...INVESTIGATE],
  CRITICAL: [...CONTAIN, ...INVESTIGATE, ...NOTIFY],
};

/** What to do about an incident of the severity, in this order. */
export function responseActions(severity: Severity): readonly ResponseAction[] {
  return ACTIONS[severity];
}
