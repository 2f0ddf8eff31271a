/** A word at the foot of the screen, with a way back and what may come next. It reaches the frame whichever page asked, also one that has gone. */
export interface Toast {
  text: string
  undo?: () => Promise<unknown> | void
  label?: string // of the button, "Undo" unless said
  acts?: Act[]
}
/** Something to do next: a place to go to, or a thing to be done here. */
export interface Act { label: string; href?: string; run?: () => Promise<unknown> | void }

export function say(toast: Toast): void {
  window.dispatchEvent(new CustomEvent<Toast>('toast', { detail: toast }))
}

/** It goes at once: what comes now must not be covered. */
export function hush(): void {
  window.dispatchEvent(new CustomEvent('toast', { detail: null }))
}

export function toast(text: string, undo?: Toast['undo'], label?: string): void {
  say({ text, ...(undo && { undo }), ...(label && { label }) })
}

/** The sentence to show for something that failed. A Refusal's own sentence is meant for people. */
export function sentence(error: unknown): string {
  if (error instanceof Error && 'kind' in error) return error.message
  return 'That did not work. Nothing that was saved is lost. Please try again.'
}
