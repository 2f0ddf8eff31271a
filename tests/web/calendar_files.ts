/** Calendar files for a reader in another language: events as JSON on stdin, their files as JSON on stdout. */
import fs from 'node:fs'
import { calendarFile, type Event } from '../../web/app/domain/calendar.ts'

const events = JSON.parse(fs.readFileSync(0, 'utf8')) as Event[]
process.stdout.write(JSON.stringify(events.map(calendarFile)))
