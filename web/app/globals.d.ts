/** Put in by the build: changes whenever any file of the shell changes. */
declare const __VERSION__: string

/** Time zone -> the phone-number prefixes (E.164 without "+") that lie in it alone; "" holds the ambiguous ones. */
declare module 'ringback:zones' {
  const zones: Record<string, string[]>
  export default zones
}
