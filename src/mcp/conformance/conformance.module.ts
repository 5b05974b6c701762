import { Module } from '@nestjs/common';
import { contentTools } from './content.tools.js';
import { elicitationTools } from './elicitation.tools.js';
import { fixturePrompts } from './fixture.prompts.js';
import { fixtureResources } from './fixture.resources.js';
import { inputRequiredTools } from './input-required.tools.js';
import { notificationTools } from './notification.tools.js';

/**
 * What the official conformance suite calls. Loaded only with CONFORMANCE_FIXTURES, which production refuses;
 * declared like any other tool, resource and prompt, so that the suite tests what everybody uses.
 */
@Module({
  providers: [
    ...contentTools,
    ...notificationTools,
    ...elicitationTools,
    ...inputRequiredTools,
    ...fixtureResources,
    ...fixturePrompts,
  ],
})
export class ConformanceModule {}
