/** What the system refuses of a file, in words: what, where, what to do. Told by the system's code; its own text is for programmers. */
import { type Text, text } from '@kaohe/scoring';

/** A file that cannot be written. */
export function unwritableFile(path: string, code = ''): Text {
  const folder = folderOf(path);
  switch (code) {
    case 'ENOENT':
      return text(
        `没有目录“${folder}”，写不了“${path}”。请先建立这个目录，或换一个目录。`,
        `There is no folder “${folder}”, so “${path}” cannot be written. Make the folder first, or choose another one.`,
      );
    case 'ENOTDIR':
      return text(
        `“${folder}”不是目录，写不了“${path}”。请换一个目录。`,
        `“${folder}” is no folder, so “${path}” cannot be written. Choose a folder.`,
      );
    case 'EISDIR':
      return text(
        `“${path}”是目录，不能当作文件来写。请在后面加上文件名。`,
        `“${path}” is a folder and cannot be written as a file. Add a file’s name to it.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return text(
        `没有权限在目录“${folder}”里写“${path}”。请换一个可以写的目录，或请管理员给权限。`,
        `There is no permission to write “${path}” in the folder “${folder}”. Choose another folder, or ask the administrator for the permission.`,
      );
    case 'EBUSY':
      return text(
        `“${path}”正被别的程序使用，写不了。请先关闭打开它的程序，或换一个文件名。`,
        `“${path}” is in use and cannot be written. Close the program that has it open, or choose another name.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return text(
        `磁盘满了，“${path}”没有写成。请腾出空间，或换一个磁盘。`,
        `The disk is full and “${path}” was not written. Make room, or choose another disk.`,
      );
    case 'ENAMETOOLONG':
      return text(`文件名“${path}”太长。请换一个短的。`, `The name “${path}” is too long. Choose a shorter one.`);
    default:
      return text(
        `“${path}”写不了${stated(code)}。请检查文件名、目录和磁盘，或换一个地方。`,
        `“${path}” cannot be written${statedEn(code)}. Check the name, the folder and the disk, or choose another place.`,
      );
  }
}

/** A file that cannot be read. */
export function unreadableFile(path: string, code = ''): Text {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return text(
        `没有文件“${path}”。请检查文件名和目录。`,
        `There is no file “${path}”. Check its name and its folder.`,
      );
    case 'EACCES':
    case 'EPERM':
      return text(
        `没有权限读“${path}”。请把它复制到自己的目录，或请管理员给权限。`,
        `There is no permission to read “${path}”. Copy it to a folder of your own, or ask the administrator for the permission.`,
      );
    case 'EISDIR':
      return text(`“${path}”是目录，这里要一个文件。`, `“${path}” is a folder; a file is expected.`);
    default:
      return text(
        `“${path}”读不了${stated(code)}。请检查文件和磁盘，或换一份。`,
        `“${path}” cannot be read${statedEn(code)}. Check the file and the disk, or take another copy.`,
      );
  }
}

const stated = (code: string) => (code === '' ? '' : `（${code}）`);
const statedEn = (code: string) => (code === '' ? '' : ` (${code})`);

/** The folder a path names its file in. */
function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  return end < 0 ? '.' : path.slice(0, end) || path.slice(0, end + 1);
}
