/** The day in China of an instant. */
import { chinaTime } from '@kaohe/api-contract';

export function dayOf(at: string): string {
  return chinaTime(at).slice(0, 10);
}
