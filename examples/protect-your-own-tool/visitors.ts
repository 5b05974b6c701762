import { Controller, Get, Injectable, Module } from '@nestjs/common';
import {
  EnvelopeCipher,
  McpTool,
  PiiAnalyzer,
  PiiPolicy,
  Scopes,
  startGatehouse,
  ToolError,
} from 'gatehouse';
import { z } from 'zod';

/** The visitors' book of a gatehouse. What stands in it is encrypted, and opens nowhere else. */
@Injectable()
class VisitorsBook {
  private readonly entries: string[] = [];

  constructor(private readonly cipher: EnvelopeCipher) {}

  write(entry: string): number {
    return this.entries.push(this.cipher.encrypt(entry, 'visitors-book'));
  }

  read(): string[] {
    return this.entries.map((entry) => this.cipher.decrypt(entry, 'visitors-book'));
  }
}

const input = z.object({ visitor: z.string().max(500).describe('Name and telephone number of the visitor') });
const output = z.object({ number: z.number().int(), entered: z.string() });

/** A tool: who may call it (scope), what happens to personal data on the way in and out (policy). */
@McpTool({
  name: 'register_visitor',
  title: 'Register a visitor',
  description: 'Enters a visitor in the book of the gatehouse. The telephone number is needed.',
  input,
  output,
})
@Scopes('write')
@PiiPolicy({ in: 'keep', out: 'mask' })
class RegisterVisitorTool {
  constructor(
    private readonly book: VisitorsBook,
    private readonly analyzer: PiiAnalyzer,
  ) {}

  execute({ visitor }: z.output<typeof input>): z.output<typeof output> {
    const found = this.analyzer.scan(visitor);
    if (!found.some(({ entityType }) => entityType === 'PHONE')) {
      throw new ToolError('Ask the visitor for a telephone number first.');
    }
    return { number: this.book.write(visitor), entered: visitor };
  }
}

/** A route, protected by the same two declarations. */
@Controller('visitors')
@Scopes('read')
@PiiPolicy('mask')
class VisitorsController {
  constructor(private readonly book: VisitorsBook) {}

  @Get()
  list(): { visitors: string[] } {
    return { visitors: this.book.read() };
  }
}

@Module({ controllers: [VisitorsController], providers: [VisitorsBook, RegisterVisitorTool] })
class VisitorsModule {}

await startGatehouse({ modules: [VisitorsModule] });
