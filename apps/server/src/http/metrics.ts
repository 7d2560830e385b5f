/** What an operator watches, for Prometheus: this machine reads it, and whoever has the token where one is set. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Gauge, Histogram, Registry } from 'prom-client';
import { countAllUnsealed } from '../audit-log/chain.js';
import type { Office } from '../office/office.js';
import { countLiveSessions } from '../sessions/count.js';
import { isLoopback } from './loopback.js';
import { notAllowed } from './refusal.js';

const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

export function metricsRoute(app: FastifyInstance, office: Office, token: string | undefined): void {
  const registry = new Registry();
  const durations = new Histogram({
    name: 'kaohe_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  addGauges(registry, office);
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    durations.observe({ method, route: routeOptions.url ?? '', status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, token)) throw notAllowed('查看运行指标', 'Read the metrics');
    return await reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics());
  });
}

function addGauges(registry: Registry, office: Office): void {
  const registers = [registry];
  new Gauge({
    name: 'kaohe_database_connections',
    help: 'Connections of the application, by what they do',
    labelNames: ['state'],
    registers,
    collect() {
      for (const [state, count] of Object.entries(office.database.use())) this.set({ state }, count);
    },
  });
  new Gauge({
    name: 'kaohe_audit_unsealed_entries',
    help: 'Entries of the audit log that wait for their seal',
    registers,
    async collect() {
      this.set(await countAllUnsealed(office.database));
    },
  });
  new Gauge({
    name: 'kaohe_sessions',
    help: 'Sessions that live',
    registers,
    async collect() {
      this.set(await countLiveSessions(office));
    },
  });
}

/** A proxy on this machine makes everybody local: with a token set, nobody reads without it. */
function mayRead({ ip, headers }: FastifyRequest, token: string | undefined): boolean {
  if (!token) return isLoopback(ip);
  const [given, right] = [Buffer.from(headers.authorization ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === right.length && timingSafeEqual(given, right);
}
