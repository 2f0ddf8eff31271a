import type { Paired } from '../views/phone.ts'
import type { Local } from './local.ts'
import type { StatusBoard } from './status.ts'
export class OfficeLink {
  static async start(_local: Local, _board: StatusBoard): Promise<OfficeLink> { return new OfficeLink() }
  async now(): Promise<void> {}
  async pair(_secret: string): Promise<Paired> { throw new Error('later') }
  async signOut(): Promise<void> {}
  saved(): void {}
}
