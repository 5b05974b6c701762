import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import { resolvePolicy, type PiiPolicyDeclaration } from './pii-policy.js';

export const PII_POLICY_METADATA = 'gatehouse:pii-policy';

/**
 * Declares what happens to personal data on its way into and out of a tool, resource, prompt or route:
 * `@PiiPolicy('mask')`, `@PiiPolicy({ in: 'keep', out: 'mask', fields: { '/price': 'keep', customer_name: 'mask' } })`.
 * A direction that is not named encrypts. On a method it takes the place of the class's.
 *
 * @throws TypeError when an action is unknown, nothing is declared, or a field is no JSON pointer or name.
 */
export function PiiPolicy(declaration: PiiPolicyDeclaration): CustomDecorator {
  return SetMetadata(PII_POLICY_METADATA, resolvePolicy(declaration));
}
