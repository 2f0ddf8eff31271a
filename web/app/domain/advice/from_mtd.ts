import type { Told } from './advice.ts'

export const FROM_MTD: readonly Told[] = [
  ['2.1', 'plan', 'Leave a message instead of hanging up.', 'Whether it is answered depends on the message, not on messages.'],
  ['2.2', 'measure', 'Judge a message by one thing: was the call returned?', 'Everything else that it might do is not what it is for.'],
  ['2.3', 'reason', 'No fluff, and no word on how important it is.', 'Calling it important is what everybody does who has nothing to show.'],
  ['2.4', 'measure', 'Have a few standard messages, and try them against each other.', 'Only what is said the same way twice can be compared.'],
  ['2.5', 'measure', 'Note for every message whether it was answered.', 'Without the silent ones the count flatters.'],
  ['2.6', 'measure', 'Change a little, count anew, go on.', 'Small steps show which word did it.'],
  ['2.7', 'reason', 'Do not just introduce yourself.', 'Knowing who you are gives nobody anything to do.'],
  ['2.8', 'reason', 'Make them curious: ask for a call about something of theirs, and stop there.', 'They ring to find out what it is.'],
  ['2.9', 'length', 'Stay within 20 seconds.', 'It is enough for who, what about and the number.'],
  ['2.10', 'number', 'Name and number at the start and at the end.', 'They can act without playing it again.'],
  ['2.11', 'length', 'Let one hearing be enough to act.', 'A second hearing is work, and work is put off.'],
  ['2.12', 'after', 'Know whom you called, when, and what you said, when they ring.', 'Being asked "who are you?" by the one you called is the end of it.'],
]
