// Documents as other programs write them, as text: tables keep their shape, and what is no document is refused in one sentence.
import ExcelJS from '@protobi/exceljs';
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { MOST_DOCUMENT_BYTES, readDocument } from '../src/index.js';

const cell = (text: string | readonly string[], options: { merge?: 'restart' | 'continue'; columns?: number } = {}) =>
  new TableCell({
    children: [text].flat().map((one) => new Paragraph(one)),
    ...(options.merge
      ? { verticalMerge: VerticalMergeType[options.merge === 'restart' ? 'RESTART' : 'CONTINUE'] }
      : {}),
    ...(options.columns ? { columnSpan: options.columns } : {}),
  });

async function word(children: (Paragraph | Table)[]): Promise<Uint8Array> {
  const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.' }];
  const document = new Document({ numbering: { config: [{ reference: 'list', levels }] }, sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

const textOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readDocument(bytes);
  return 'text' in read ? read.text : `拒绝：${read.refused.zh}`;
};

/** A small Word document whose package is changed before it is read. */
async function changed(change: (zip: JSZip) => void): Promise<string> {
  const zip = await JSZip.loadAsync(await word([new Paragraph('未备案的扣1分。')]));
  change(zip);
  return await textOf(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
}

describe('Word', () => {
  it('合并的单元格只在开头写一次，同格的几段不断行', async () => {
    const table = new Table({
      rows: [
        new TableRow({ children: [cell('项目'), cell('分值'), cell('评分标准')] }),
        new TableRow({
          children: [
            cell('一、甲（10分）', { merge: 'restart' }),
            cell('4'),
            cell(['1.未备案的扣1分。', '2.未演练的扣2分。']),
          ],
        }),
        new TableRow({ children: [cell('', { merge: 'continue' }), cell('6'), cell('未培训的，每人扣1分。')] }),
        new TableRow({ children: [cell('备注', { columns: 2 }), cell('以上含本数')] }),
      ],
    });
    expect(await textOf(await word([new Paragraph('考核细则'), table]))).toBe(
      '考核细则\n项目\t分值\t评分标准\n一、甲（10分）\t4\t1.未备案的扣1分。\u20282.未演练的扣2分。\n\t6\t未培训的，每人扣1分。\n备注\t\t以上含本数',
    );
  });

  it('自动编号写成数字', async () => {
    const numbered = (text: string) => new Paragraph({ text, numbering: { reference: 'list', level: 0 } });
    expect(await textOf(await word([numbered('未备案的扣1分。'), numbered('未演练的扣2分。')]))).toBe(
      '1.未备案的扣1分。\n2.未演练的扣2分。',
    );
  });

  it('带宏的、带文档类型声明的、解开太大的、损坏的，各说一句原因', async () => {
    expect(await changed((zip) => zip.file('word/vbaProject.bin', 'x'))).toContain('宏');
    const entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>';
    expect(await changed((zip) => zip.file('word/document.xml', entity))).toContain('损坏');
    expect(await changed((zip) => zip.file('word/media/a.bin', new Uint8Array(120_000_000)))).toContain('太大');
    expect(await changed((zip) => zip.remove('word/document.xml'))).toContain('损坏');
  });
});

describe('网页', () => {
  const SENTENCE = '<p>未备案的扣1分。</p>';
  it.each([
    ['整页', `<!DOCTYPE html><html><body>${SENTENCE}</body></html>`],
    ['前面有空行、声明和注释的', `\uFEFF\n<?xml version="1.0"?>\n<!-- 保存于 -->\n<HTML>${SENTENCE}</HTML>`],
    ['只存了表格的', `<table><tr><td>${SENTENCE}</td></tr></table>`],
    ['浏览器存成一个文件的', `MIME-Version: 1.0\nContent-Type: text/html\n\n${SENTENCE}`],
  ])('%s不当作文字来读，说怎样得到文字', async (_title, page) => {
    expect(await textOf(new TextEncoder().encode(page))).toMatch(/拒绝：这是网页（HTML）.*另存为“Word 文档/);
  });

  it('文字里写到标记的，还是文字', async () => {
    const text = '考核细则（<table> 一类的标记不用写）\n未备案的扣1分。';
    expect(await textOf(new TextEncoder().encode(text))).toBe(text);
  });
});

it('Excel：一行一行，格内换行不断行，只有一格的行不加分隔', async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  sheet.addRow(['考核表']);
  sheet.addRow(['项目', '分值', '评分标准']);
  sheet.addRow(['一、甲', 4.5, '1.未备案的扣1分。\n2.未演练的扣2分。']);
  expect(await textOf(new Uint8Array(await workbook.xlsx.writeBuffer()))).toBe(
    '考核表\n项目\t分值\t评分标准\n一、甲\t4.5\t1.未备案的扣1分。\u20282.未演练的扣2分。',
  );
});

it('PDF：读出文字，给它的字节不变', async () => {
  const pdf = Buffer.from(`%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources <</Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length 40>> stream
BT /F1 12 Tf 20 200 Td (rule 1) Tj ET
endstream endobj
trailer <</Root 1 0 R>>
`);
  const before = pdf.length;
  expect(await textOf(pdf)).toBe('rule 1');
  expect(pdf.length).toBe(before);
});

describe('纯文本', () => {
  it('一个字不改，换行也不改', async () => {
    expect(await textOf(new TextEncoder().encode('甲\r\n乙'))).toBe('甲\r\n乙');
  });

  it('GB 18030 也读', async () => {
    expect(await textOf(new Uint8Array([0xbf, 0xdb, 0x31, 0xb7, 0xd6]))).toBe('扣1分');
  });
});

it('空的、太大的、旧格式的、扫描的、不是文件的，各说一句原因', async () => {
  expect(await textOf(new Uint8Array())).toContain('读不出文字');
  expect(await textOf(new Uint8Array(MOST_DOCUMENT_BYTES + 1))).toContain('32 MB');
  expect(await textOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toContain('旧格式');
  expect(await textOf(new Uint8Array([0, 1, 2, 0, 255, 254]))).toContain('读不出文字');
  expect(await textOf(new TextEncoder().encode('%PDF-1.7\n%%EOF'))).toContain('PDF');
});
