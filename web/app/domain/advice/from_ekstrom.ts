import type { Told } from './advice.ts'

export const FROM_EKSTROM: readonly Told[] = [
  ['4.1', 'aloud', 'Record yourself, and listen.', 'The author found out that way why nobody called him.'],
  ['4.2', 'length', 'Count your words and seconds.', 'Wordy is what others notice and you do not.'],
  ['4.3', 'aloud', 'Ask yourself honestly: would I return this?', 'If not, why should they?'],
  ['4.4', 'reason', 'Do not sound like a sales pitch.', 'That alone is enough for the delete key.'],
  ['4.5', 'reason', 'Try a little humour, and curiosity.', 'People ring back when they smile or wonder.'],
  ['4.6', 'plan', 'Write, record, time, then try it.', 'It took the author one morning, and came to 24 seconds.'],
  ['4.7', 'measure', 'Try a new message on a few, and count the same morning.', 'The author left eight and had three back by half past ten.'],
  ['4.8', 'last', 'Keep a last try for people who were silent for months.', 'The author claims that three of four answer it; Ringback counts it apart.'],
  ['4.9', 'last', 'Your name, the earlier messages without reproach, a light joke, one last try, the number, an end, thanks.', 'It lets them laugh instead of feeling guilty.'],
  ['4.10', 'after', 'When they ring, have the next step ready.', 'They are in a good mood now; an appointment is one sentence away.'],
  ['4.11', 'last', 'A joke about faith or the like needs a person of whom you know that he will laugh.', 'You cannot see the face at the other end.'],
  ['4.12', 'honest', 'A reader cuts the message off on purpose after the number: three of eight rang.', 'Ringback leaves it to the lead, because it plays with worry.'],
]
