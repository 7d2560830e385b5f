/** @kaohe/api-contract: what server, pages and command line say to each other. */

export * from './accounts.js';
export { ACTS, type Act, type ActName, actOf } from './acts.js';
export * from './audit.js';
export * from './board.js';
export { chinaTime } from './china-time.js';
export * from './evidence.js';
export * from './evidence-uploads.js';
export * from './exports.js';
export * from './field-labels.js';
export * from './pages.js';
export * from './papers.js';
export * from './ratings.js';
export * from './registers.js';
export * from './reports.js';
export * from './results.js';
export { ROLE_NAMES } from './role-names.js';
export { ADMINISTRATORS, BUSINESS_ROLES, ROLES, type Role } from './roles.js';
export * from './scheme-drafts.js';
export * from './scheme-stages.js';
export * from './seen.js';
export * from './sessions.js';
export * from './setup.js';
export * from './sheets.js';
export { STAGE_DESCRIPTIONS, STAGE_STATES, STAGES, type Stage, type StageState } from './stages.js';
export * from './statements.js';
export { STATE_WORDS, type State } from './states.js';
export * from './years.js';
