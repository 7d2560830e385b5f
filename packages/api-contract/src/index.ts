/** @kaohe/api-contract: what server, pages and command line say to each other. */
export { ROLES, type Role } from './roles.js';
