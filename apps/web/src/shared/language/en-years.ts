/** Creating a year, and its units. */
export const yearsEn = {
  new: 'A new year',
  create: 'Create the year',
  workbook: 'Units, teams and raters (.xlsx, may be left out)',
  workbookWhy:
    'Left out, the units, teams and raters are those of the document; handed in, those of the workbook. A document that names no units needs it.',
  noUnits:
    'The document of this year names no units, so nothing can be assessed yet. Write one unit a row in the sheet of units (teams and raters are optional), and hand the workbook in.',
  nameUnits: 'Import the units',
};
