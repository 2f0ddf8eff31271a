/** Sets custom properties on an element: `<i ${vars({ '--at': 0.4 })}>`. Style attributes are not allowed here, properties of the object model are. */
import { noChange } from 'lit'
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js'

class Vars extends Directive {
  #set = new Map<string, string>() // setting one again would make the browser look at every style anew

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('vars() stands on an element')
  }

  override render(_values: Record<string, number | string>): typeof noChange {
    return noChange
  }

  override update(part: ElementPart, [values]: [Record<string, number | string>]): typeof noChange {
    for (const [name, value] of Object.entries(values)) {
      if (this.#set.get(name) === String(value)) continue
      this.#set.set(name, String(value))
      ;(part.element as HTMLElement).style.setProperty(name, String(value))
    }
    return noChange
  }
}

export const vars = directive(Vars)
