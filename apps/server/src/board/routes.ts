/** The board and the to-do list over HTTP. */
import { boardShape, todoShape, yearKeyShape } from '@kaohe/api-contract';
import type { FastifyInstance } from 'fastify';
import { actRoute } from '../http/act-route.js';
import type { Office } from '../office/office.js';
import { boardOf } from './service.js';
import { todoOf } from './todo.js';

export function boardRoutes(app: FastifyInstance, office: Office): void {
  actRoute(app, office, {
    act: 'board.read',
    method: 'GET',
    url: '/api/years/:year/board',
    summary: '全局进度：环节、单位、失分、各组分差 / Stages, units, losses, spread by team',
    shapes: { params: yearKeyShape, answer: boardShape },
    work: async (work, { params }) => await boardOf(work, params.year),
  });
  actRoute(app, office, {
    act: 'year.read',
    method: 'GET',
    url: '/api/years/:year/todo',
    summary: '当前角色要办的事 / What the role acting has to do',
    shapes: { params: yearKeyShape, answer: todoShape },
    work: async (work, { params }) => await todoOf(work, params.year),
  });
}
