/** Put in by the build: changes whenever any file of the shell changes. */
declare const __VERSION__: string

/** Put in by the build: addresses of what is loaded by its address alone, the two scripts of `workers/` and the sheet of the rehearsal. */
declare const __LISTEN__: string
declare const __RECORD__: string
declare const __REHEARSE_CSS__: string

/** Time zone -> the phone-number prefixes (E.164 without "+") that lie in it alone, packed as domain/zone_table.ts says; "" holds the ambiguous ones. */
declare module 'ringback:zones' {
  const zones: Record<string, string>
  export default zones
}

/** The starter templates, as a phone has them before any office. */
declare module 'ringback:library' {
  type Template = import('./domain/records.ts').Template
  type Version = import('./domain/records.ts').Version
  type Starter = Omit<Template, 'owner_id' | 'current' | 'retired'> & { version: Pick<Version, 'id' | 'sections'> }
  const library: { locale: string; templates: Starter[] }
  export default library
}

/** As much of it as is asked for here; not every browser has it. */
declare var Temporal: { Now: { timeZoneId(): string } } | undefined
