import { ServiceUnavailableError } from '../common/problem-error.js';
import { isDatabaseUnavailable } from './database-errors.js';

/**
 * What the work comes to.
 *
 * @throws ServiceUnavailableError when the database does not answer, or whatever else the work throws.
 */
export async function reachDatabase<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    throw new ServiceUnavailableError('The database does not answer; try again shortly.', { cause: error });
  }
}
