/** One pattern out of several, so that a long list of wordings can be read line by line. */
export function either(...patterns: Array<RegExp | string>): RegExp {
  return new RegExp(patterns.map((pattern) => (typeof pattern === 'string' ? pattern : pattern.source)).join('|'))
}
