/** Runs the checker beside the page, so that the page stays quick. */
import type { SchemeFolder } from '@kaohe/scheme-files';
import { findFindings } from './find-findings';

self.addEventListener('message', ({ data }: MessageEvent<SchemeFolder>) => self.postMessage(findFindings(data)));
