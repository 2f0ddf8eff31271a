/** Offers a file: shared on phones, where a download may have nowhere to go (iOS home-screen apps), saved elsewhere. */

export function offerFile(file: Blob, name: string): void {
  const data = { files: [new File([file], name, { type: file.type })] }
  if (matchMedia('(pointer: coarse)').matches && navigator.canShare?.(data)) {
    navigator.share(data).catch((error: DOMException) => {
      if (error.name !== 'AbortError') save(file, name) // closing the sheet is an answer too
    })
  } else save(file, name)
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 60_000) // the browser may still be reading it
}
