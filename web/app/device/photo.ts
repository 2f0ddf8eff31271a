/** A picture made small enough to be kept beside a prospect: the middle of it, square, as the address of its own data. */

const SIDE = 240 // px
const NOT_SHOWN = 'This picture cannot be shown here, so nothing was changed. Try a JPEG or a PNG.'

/** @throws Error with a sentence for the rep, where the browser does not know this kind of picture */
export async function smallPhoto(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file).catch(() => { throw new Error(NOT_SHOWN) })
  const side = Math.min(picture.width, picture.height)
  const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE })
  canvas.getContext('2d')!.drawImage(picture, (picture.width - side) / 2, (picture.height - side) / 2, side, side, 0, 0, SIDE, SIDE)
  picture.close()
  return canvas.toDataURL('image/jpeg', 0.8)
}
