/** A word at the foot of the screen, with a way back. It reaches the frame whichever page asked, also one that has gone. */
export interface Toast {
  text: string
  undo?: () => Promise<unknown> | void
  label?: string // of the button, "Undo" unless said
}

export function toast(text: string, undo?: Toast['undo'], label?: string): void {
  const detail: Toast = { text, ...(undo && { undo }), ...(label && { label }) }
  window.dispatchEvent(new CustomEvent<Toast>('toast', { detail }))
}

/** The sentence to show for something that failed. A Refusal's own sentence is meant for people. */
export function sentence(error: unknown): string {
  if (error instanceof Error && 'kind' in error) return error.message
  return 'That did not work. Nothing that was saved is lost. Please try again.'
}
