export { JsonLogger } from './json-logger.js';
export { Metrics } from './metrics.js';
export { ObservabilityModule } from './observability.module.js';
export { correlationIdOf, traceOf, traceparentOf } from './trace-context.js';
