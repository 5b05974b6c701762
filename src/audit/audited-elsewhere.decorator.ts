import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const AUDITED_ELSEWHERE_METADATA = 'gatehouse:audited-elsewhere';

/** The handler, or what it hands over to, records its accesses itself, so that each has exactly one record. */
export function AuditedElsewhere(): CustomDecorator {
  return SetMetadata(AUDITED_ELSEWHERE_METADATA, true);
}
