/** A part of the texts of a language, as the build cuts them. */
declare module 'texts:*' {
  const texts: object;
  export default texts;
}
