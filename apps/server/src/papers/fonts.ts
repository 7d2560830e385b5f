/** The fonts of PDF papers, from the package they come in: read once, when the first paper is made. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PdfFonts } from '@kaohe/office-files';

const FAMILY = '@expo-google-fonts/noto-serif-sc';
const resolve = createRequire(import.meta.url).resolve;

let read: Promise<PdfFonts> | undefined;

export async function pdfFonts(): Promise<PdfFonts> {
  read ??= readFonts();
  return await read;
}

async function readFonts(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([
    readFile(resolve(`${FAMILY}/400Regular/NotoSerifSC_400Regular.ttf`)),
    readFile(resolve(`${FAMILY}/700Bold/NotoSerifSC_700Bold.ttf`)),
  ]);
  return { regular, bold };
}
