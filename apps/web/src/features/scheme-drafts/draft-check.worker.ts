/** Runs the checker beside the page, so that typing stays quick. */
import './has-own';
import { type Checked, checkDraft } from './draft-check';

self.addEventListener('message', ({ data }: MessageEvent<Checked & { readonly turn: number }>) =>
  self.postMessage({ turn: data.turn, check: checkDraft(data) }),
);
