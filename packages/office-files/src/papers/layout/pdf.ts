/** A paper as the bytes of a .pdf file, in the one family of fonts that may be passed on. */

import type { Paper } from './paper.js';
import { PDF_FONTS_STATED, type PdfFonts } from './pdf-parts.js';
import { withoutControls } from './settle.js';

/** The same data gives the same bytes: the day is the paper's, at its first moment. */
export async function pdfBytes(paper: Paper, fonts: PdfFonts): Promise<Uint8Array> {
  // Only writing needs the library.
  const { packPdf } = await import('./pack-pdf.js');
  return await packPdf(paper, {
    fonts,
    properties: {
      title: withoutControls(paper.title),
      subject: PDF_FONTS_STATED,
      creator: 'kaohe',
      producer: 'kaohe',
      creationDate: new Date(Date.parse(`${paper.madeOn}T00:00:00Z`)),
      ...(paper.verification && { keywords: withoutControls(JSON.stringify(paper.verification.statement)) }),
    },
  });
}
