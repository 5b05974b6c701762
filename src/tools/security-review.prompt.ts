import { z } from 'zod';
import { Scopes } from '../common/scopes.decorator.js';
import { McpPrompt } from '../mcp/index.js';
import { PiiPolicy } from '../security/index.js';
import { boundedText } from './text-schema.js';

const LANGUAGES = ['en', 'ko'] as const;

const args = z.object({
  focus: boundedText(500)
    .optional()
    .describe('What to look at first, for example "refused tokens of last night"'),
  language: z.enum(LANGUAGES).default('en').describe('Language of the review: en or ko'),
});

const INSTRUCTIONS: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  en: `Review the security of this Gatehouse server. Work with its tools, not from memory:
1. Call validate_oauth2_setup and name every check that failed or was skipped, with its cause.
2. Call generate_security_report with report_type "detailed". Look for refusals, failures, lock-outs and incidents, and for tools that let personal data through.
3. Call get_security_audit_log with limit 50 and read the records behind whatever stands out.
4. Report: findings by severity, each with the figure or record id that shows it; what to do, most urgent first; what you could not check and why.
Do not repeat personal data or credentials, and change nothing.`,
  ko: `이 Gatehouse 서버의 보안을 점검하세요. 기억이 아니라 서버의 도구로 확인합니다.
1. validate_oauth2_setup을 호출하고, 실패하거나 건너뛴 점검 항목과 그 원인을 모두 적습니다.
2. report_type을 "detailed"로 generate_security_report를 호출해 거부, 실패, 잠금, 사고와 개인정보를 그대로 내보낸 도구가 있는지 살핍니다.
3. limit 50으로 get_security_audit_log를 호출해 눈에 띄는 부분의 기록을 읽습니다.
4. 보고: 심각도별 발견 사항(근거가 되는 수치나 기록 id 포함), 시급한 순서의 조치, 확인하지 못한 것과 그 이유.
개인정보와 자격 증명은 옮겨 적지 말고, 아무것도 변경하지 마세요.`,
};

const FOCUS: Readonly<Record<(typeof LANGUAGES)[number], string>> = {
  en: 'Look at this first:',
  ko: '먼저 살펴볼 것:',
};

@McpPrompt({
  name: 'security_review',
  title: 'Security review',
  description:
    'Has the model review this server: setup checks, security report and audit records, ending in findings by severity ' +
    'and what to do about them. In English or Korean.',
  arguments: args,
})
@Scopes('audit.read')
@PiiPolicy({ in: 'mask', out: 'mask' })
export class SecurityReviewPrompt {
  render({ focus, language }: z.output<typeof args>): string {
    return focus === undefined
      ? INSTRUCTIONS[language]
      : `${INSTRUCTIONS[language]}\n\n${FOCUS[language]} ${focus}`;
  }

  complete(argument: string, value: string): string[] {
    return argument === 'language' ? LANGUAGES.filter((language) => language.startsWith(value)) : [];
  }
}
