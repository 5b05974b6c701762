import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock.js';
import { Readiness } from './readiness.js';

@Global()
@Module({
  providers: [{ provide: Clock, useClass: SystemClock }, Readiness],
  exports: [Clock, Readiness],
})
export class CommonModule {}
