import { Module } from '@nestjs/common';
import { CommonModule } from '../../common/common.module.js';
import { ConfigModule } from '../../config/index.js';
import { DoctorModule } from '../../doctor/index.js';

export { Doctor, PROFILES } from '../../doctor/index.js';

/** The doctor alone: it looks at servers over HTTP, and needs no database. */
@Module({ imports: [CommonModule, ConfigModule, DoctorModule] })
export class DoctorCliModule {}
