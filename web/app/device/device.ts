/** The browser's features, put together for the views. */

import { badge } from './badge.ts'
import { copy } from './copy.ts'
import { offerFile } from './files.ts'
import { canPickContacts, pickContacts } from './contacts.ts'
import { install } from './install.ts'
import { onReturn } from './return.ts'
import { keepAwake } from './wake_lock.ts'

export function device() {
  return {
    keepAwake, onReturn, canPickContacts: canPickContacts(), pickContacts, copy, offerFile, badge, install: install(),
    canVibrate: typeof navigator.vibrate === 'function',
    hear: async (see: (level: number) => void, taken: () => void): Promise<{ stop(): void }> => (await import('./hearing.ts')).hear(see, taken),
    smallPhoto: async (file: Blob): Promise<string> => (await import('./photo.ts')).smallPhoto(file),
    vibrate: (pattern: number | number[]): void => void navigator.vibrate?.(pattern),
    online: (): boolean => navigator.onLine,
    sound: () => import('./sound.ts'),
  }
}
