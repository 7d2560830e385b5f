/** What the home of the office asks of the server. */
import type { Board, Todo } from '@kaohe/api-contract';
import { request } from '../../shared/office/client';

const yearUrl = (year: string) => `/api/years/${encodeURIComponent(year)}`;

export function boardRequest(year: string) {
  return {
    queryKey: ['office', year, 'board'],
    queryFn: () => request<Board>('GET', `${yearUrl(year)}/board`),
    staleTime: 0,
  };
}

export function todoRequest(year: string) {
  return {
    queryKey: ['office', year, 'todo'],
    queryFn: () => request<Todo>('GET', `${yearUrl(year)}/todo`),
    staleTime: 0,
  };
}
