/** The number on the app's icon, where the home screen shows one. Quiet where it does not, or where it is not allowed. */

export function badge(count: number): void {
  const asked = count > 0 ? navigator.setAppBadge?.(count) : navigator.clearAppBadge?.()
  void asked?.catch(() => {})
}
