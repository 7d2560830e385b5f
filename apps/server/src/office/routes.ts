/** Every noun's routes, in the order of the year. */
import type { FastifyInstance } from 'fastify';
import { accountRoutes } from '../accounts/routes.js';
import { auditRoutes } from '../audit-log/routes.js';
import { boardRoutes } from '../board/routes.js';
import { issuedRoutes } from '../drafts/issued-routes.js';
import { draftRoutes } from '../drafts/routes.js';
import { evidenceRoutes } from '../evidence/routes.js';
import { exportRoutes } from '../exports/routes.js';
import { factsRoutes } from '../facts/routes.js';
import { paperRoutes } from '../papers/routes.js';
import { ratingRoutes } from '../ratings/routes.js';
import { registerRoutes } from '../registers/routes.js';
import { reportRoutes } from '../reports/routes.js';
import { resultRoutes } from '../results/routes.js';
import { sessionRoutes } from '../sessions/routes.js';
import { sheetRoutes } from '../sheets/routes.js';
import { statementRoutes } from '../statements/routes.js';
import { yearRoutes } from '../years/routes.js';
import type { Office } from './office.js';

export function officeRoutes(app: FastifyInstance, office: Office): void {
  sessionRoutes(app, office);
  accountRoutes(app, office);
  draftRoutes(app, office);
  issuedRoutes(app, office);
  yearRoutes(app, office);
  sheetRoutes(app, office);
  evidenceRoutes(app, office);
  factsRoutes(app, office);
  auditRoutes(app, office);
  ratingRoutes(app, office);
  registerRoutes(app, office);
  reportRoutes(app, office);
  resultRoutes(app, office);
  boardRoutes(app, office);
  statementRoutes(app, office);
  paperRoutes(app, office);
  exportRoutes(app, office);
}
