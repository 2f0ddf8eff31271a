/** Whether Ringback runs as an installed app here, and how it can become one. */

interface InstallPrompt extends Event { prompt(): Promise<void>; userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }> }

export interface Installing {
  platform: 'ios' | 'android' | 'desktop'
  standalone: boolean
  canPrompt(): boolean
  prompt(): Promise<boolean>
  onChange(see: () => void): () => void
}

export function install(): Installing {
  const watchers = new Set<() => void>()
  let offer: InstallPrompt | null = null
  const set = (next: InstallPrompt | null): void => {
    offer = next
    for (const see of watchers) see()
  }
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault() // shown in Settings, where it is asked for
    set(event as InstallPrompt)
  })
  addEventListener('appinstalled', () => set(null))
  return {
    platform: platform(),
    standalone: matchMedia('(display-mode: standalone)').matches || (navigator as { standalone?: boolean }).standalone === true,
    canPrompt: () => offer !== null,
    async prompt() {
      const asked = offer
      set(null)
      await asked?.prompt()
      return (await asked?.userChoice)?.outcome === 'accepted'
    },
    onChange(see) {
      watchers.add(see)
      return () => void watchers.delete(see)
    },
  }
}

/** An iPad calls itself a Mac; its touch screen gives it away. */
function platform(): Installing['platform'] {
  const agent = navigator.userAgent
  if (/iPhone|iPad|iPod/.test(agent) || (agent.includes('Macintosh') && navigator.maxTouchPoints > 1)) return 'ios'
  return /Android/.test(agent) ? 'android' : 'desktop'
}
