// Stops with a clear message on a Node that is too old. Imported first, so it keeps to old syntax and imports nothing.

/** Whether a version such as "20.19.0" is at least 20.19. */
export function isSupportedNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

if (!isSupportedNode(process.versions.node)) {
  process.stderr.write(
    `需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。请安装 Node.js 20.19 以上版本后再运行。\n` +
      `Kaohe needs Node.js 20.19 or later; this is ${process.versions.node}. Install a newer Node.js and run the command again.\n`,
  );
  process.exit(1);
}
