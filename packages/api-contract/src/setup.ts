/** Setting up the first office of a server. */
import { z } from 'zod';
import { displayNameShape, loginShape } from './accounts.js';

export const setupStateShape = z.object({
  /** Whether there is no office yet and the terminal has shown a code. */
  open: z.boolean(),
});
export type SetupState = z.infer<typeof setupStateShape>;

const administratorShape = z.object({ login: loginShape, displayName: displayNameShape });

export const setupShape = z.object({
  code: z.string().min(1).max(40),
  office: z.string().trim().min(2).max(100),
  systemAdministrator: administratorShape,
  securityAdministrator: administratorShape,
  auditor: administratorShape,
  /** The first year, after an issued scheme; people can only be given teams, units and raters of a year. */
  year: z
    .object({ year: z.string().regex(/^\d{4}$/), title: z.string().trim().min(2).max(100), scheme: z.string() })
    .optional(),
  /** The workbook of people, in base64. */
  people: z.string().optional(),
});
export type Setup = z.infer<typeof setupShape>;

export const setUpShape = z.object({
  /** Shown once. */
  passwords: z.array(z.object({ login: z.string(), displayName: z.string(), password: z.string() })),
  /** The same as a workbook, in base64. */
  workbook: z.string(),
});
export type SetUp = z.infer<typeof setUpShape>;
