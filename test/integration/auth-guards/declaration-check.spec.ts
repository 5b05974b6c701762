import { Controller, Get, Post } from '@nestjs/common';
import { Public } from '../../../src/common/public.decorator.js';
import { Scopes } from '../../../src/common/scopes.decorator.js';
import { UndeclaredAccessError } from '../../../src/auth/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startReplica } from './replica.js';

@Controller('declared')
class DeclaredController {
  @Get()
  @Scopes('read')
  read(): void {}

  @Post()
  @Public()
  open(): void {}

  helper(): void {}
}

@Controller('forgotten')
class ForgottenController {
  @Get()
  @Scopes('read')
  read(): void {}

  @Post()
  write(): void {}
}

describe('The boot', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const boot = async (controller: new () => object): Promise<void> => {
    const replica = await startReplica(database, [controller]);
    await replica.close();
  };

  it('goes on when every route says who may call it', async () => {
    await expect(boot(DeclaredController)).resolves.toBeUndefined();
  });

  it('stops at a route that does not, and names it', async () => {
    const stopped = boot(ForgottenController);
    await expect(stopped).rejects.toBeInstanceOf(UndeclaredAccessError);
    await expect(stopped).rejects.toThrow('ForgottenController.write');
    await expect(stopped).rejects.not.toThrow('ForgottenController.read');
  });
});
