/** Creating a year, and its units. */
export const yearsZh = {
  new: '新建年度',
  create: '建立年度',
  workbook: '单位、分组、评分人（.xlsx，可以不传）',
  workbookWhy: '不传就按考核文件里写的单位、分组和评分人；传了就以表里的为准。文件里没有写单位的，要传。',
  noUnits: '这个年度的考核文件没有写单位，还不能考核。请在表里的“单位”一行写一个单位（可以分组、写评分人），再导入。',
  nameUnits: '导入单位',
};
