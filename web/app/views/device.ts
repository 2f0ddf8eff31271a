/** The browser's features that views may ask for. `main.ts` builds it from `web/app/device/`; every one says no quietly where the browser cannot. */
export interface Device {
  /** Keeps the screen awake until released; also after the page was hidden and came back. */
  keepAwake(): { release(): void }
  /** Calls back when the rep returns to the app (from the dialler, a locked screen), with how long he was away in ms. */
  onReturn(see: (awayMs: number) => void): () => void
  canPickContacts: boolean
  pickContacts(): Promise<Array<{ name: string; phones: string[]; emails: string[] }>>
  copy(text: string): Promise<boolean>
  /** Offers a file to be saved or shared. */
  offerFile(file: Blob, name: string): void
  /** The number on the app's icon; 0 takes it away. */
  badge(count: number): void
  canVibrate: boolean
  vibrate(pattern: number | number[]): void
  /** How loud it is at the microphone, in dB below full scale, some twenty times a second, till stopped. `taken`: a call took the microphone.
   *  Nothing is recorded. Rejects with an error whose message can be shown. */
  hear(see: (level: number) => void, taken: () => void): Promise<{ stop(): void }>
  /** A picture, square and small, as a data address. Rejects with an error whose message can be shown. */
  smallPhoto(file: Blob): Promise<string>
  install: Install
  online(): boolean
  /** Loaded when somebody wants to record or to listen. */
  sound(): Promise<Sound>
}

export interface Install {
  platform: 'ios' | 'android' | 'desktop'
  standalone: boolean // runs as an installed app
  canPrompt(): boolean
  prompt(): Promise<boolean>
  onChange(see: () => void): () => void
}

/** Recording and playing, on this phone alone. */
export interface Sound {
  /** Begins at once; from a tap only. `taken` is called when a call takes the microphone. Rejects with a sentence that can be shown as it is. */
  record(taken: () => void): Promise<Recording>
  /** Asks the worker that listens to a take. `sound` goes over to it and is empty afterwards. */
  listen<Answer>(question: { sound: Float32Array }): Promise<Answer>
  /** Plays a WAV file from `from` seconds on; `done` is called at its end, also when it is stopped. */
  play(wav: ArrayBuffer, from: number, done: () => void): Playing
}
export interface Recording {
  seconds(): number
  level(): number // of the moment, 0 to 1
  stop(): Promise<{ sound: Float32Array; rate: number }>
  cancel(): void
}
export interface Playing { seconds(): number; stop(): void }
