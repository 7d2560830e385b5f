/** @kaohe/scoring/fast: closed facts of one sheet on 32-bit integers, equal to the interpreter to the last digit. Pages may use it. */
export { closureScorer } from './closures.js';
export { ExplanationBytes } from './explanation-bytes.js';
export { type FrameLayout, frameLayout, newFrame } from './frame.js';
export { lowerFacts, slotHolds } from './lower-facts.js';
export { LoweredRows } from './lowered-rows.js';
export * from './plan.js';
export { type FastSheet, planSheet } from './plan-sheet.js';
export { type RankBoard, rankBoard, type Standing } from './rank-board.js';
export { type FastScorer, type ItemScore, type Lane, newLane, type Tile } from './scorer.js';
export { standingOf, standingsOf, type UnitStanding } from './standings.js';
