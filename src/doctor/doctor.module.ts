import { Module } from '@nestjs/common';
import { FetchModule } from '../security/fetch/index.js';
import { Doctor } from './doctor.js';

@Module({ imports: [FetchModule], providers: [Doctor], exports: [Doctor] })
export class DoctorModule {}
