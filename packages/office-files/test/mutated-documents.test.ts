// Two thousand damaged files: each is read or refused in one sentence; nothing is thrown, and nothing beyond the limit is unpacked.
import ExcelJS from '@protobi/exceljs';
import { Document, Packer, Paragraph } from 'docx';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { readDocument } from '../src/index.js';

const PDF = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length 40>> stream
BT /F1 12 Tf 20 200 Td (rule 1) Tj ET
endstream endobj
trailer <</Root 1 0 R>>
`;

const seeds: Uint8Array[] = [];
beforeAll(async () => {
  const document = new Document({ sections: [{ children: [new Paragraph('未备案的扣1分。')] }] });
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('表').addRow(['未备案的扣1分']);
  seeds.push(
    new Uint8Array(await Packer.toBuffer(document)),
    new Uint8Array(await workbook.xlsx.writeBuffer()),
    new TextEncoder().encode(PDF),
    new TextEncoder().encode('一、甲（10分）\n1.未备案的扣1分。'),
  );
});

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const change = fc.record({
  how: fc.constantFrom('cut', 'flip', 'swap', 'insert', 'repeat'),
  from: place,
  to: place,
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
});

interface Change {
  readonly how: string;
  readonly from: number;
  readonly to: number;
  readonly bytes: Uint8Array;
}

function changed(bytes: Uint8Array, one: Change): Uint8Array {
  const [from = 0, to = 0] = [one.from, one.to].map((at) => Math.floor(at * bytes.length)).sort((a, b) => a - b);
  const [head, middle, tail] = [bytes.slice(0, from), bytes.slice(from, to), bytes.slice(to)];
  if (one.how === 'cut') return joined(head, tail);
  if (one.how === 'flip')
    return joined(
      head,
      middle.map((byte, at) => byte ^ (one.bytes[at % one.bytes.length] ?? 0)),
      tail,
    );
  if (one.how === 'swap') return joined(tail, middle, head);
  if (one.how === 'repeat') return joined(bytes, middle);
  return joined(head, one.bytes, middle, tail);
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

it('读出文字，或者用一句话拒绝', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(3), fc.array(change, { minLength: 1, maxLength: 4 }), async (seed, changes) => {
      const read = await readDocument(changes.reduce(changed, seeds[seed] ?? new Uint8Array()));
      if ('text' in read) expect(read.text.length).toBeGreaterThan(0);
      else {
        refused += 1;
        expect(read.refused.zh).toMatch(/。$/);
        expect(read.refused.en).toMatch(/\.$/);
      }
    }),
    { numRuns: 2_000 },
  );
  expect(refused).toBeGreaterThan(200);
}, 300_000);
