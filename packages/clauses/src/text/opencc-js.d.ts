/** Pairs of a traditional character and its simplified one: `㑯 㑔|㑳 㑇|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  // biome-ignore lint/style/noDefaultExport: the library's own shape
  export default pairs;
}
