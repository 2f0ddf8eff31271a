import type { Told } from './advice.ts'

export const FROM_HALLOO: readonly Told[] = [
  ['0.1', 'plan', 'Write the one reason for the call in one line before you dial.', 'Whoever has no reason in hand wanders, and the beep is too late to find one.'],
  ['0.2', 'plan', 'Have the words, or a plan of them, ready before the phone rings.', 'Unprepared messages stutter, run on, or end without a number.'],
  ['0.3', 'aloud', 'Say a critical message aloud once before you call.', 'What reads well may not speak well, and only the ear notices.'],
  ['0.4', 'plan', 'The least there is: why you call, when you called, and your number.', 'Without any one of them there is nothing to answer, or no way to.'],
  ['0.5', 'number', 'If you are hard to reach, say when they will find you.', 'Otherwise their call meets a machine too, and the chain ends there.'],
  ['0.6', 'aloud', 'Speak slowly, a thought at a time, with a pause behind each.', 'They are writing, and a pause is when they catch up.'],
  ['0.7', 'aloud', 'Find a quiet place first.', 'Music and machines swallow exactly the digits and names that matter.'],
  ['0.8', 'number', 'Say your name and your number twice.', 'The first time they look for a pen; the second time they write.'],
  ['0.9', 'who', 'Spell a name that is hard to hear, also your company\'s.', 'Nobody asks for somebody whose name he cannot pronounce.'],
  ['0.10', 'aloud', 'Sound friendly and polite.', 'Tone is heard before the words are, and decides whether they go on listening.'],
  ['0.11', 'length', 'Aim at 8 to 14 seconds, and never pass 20.', 'A short message is heard to its end.'],
  ['0.12', 'reason', 'Do not pitch.', 'Nothing gets a message from a stranger deleted faster.'],
  ['0.13', 'reason', 'Begin with what is relevant to them, or makes them think.', 'The first line decides whether there is a second one for them.'],
  ['0.14', 'reason', 'Leave out web and mail addresses, prices and the whole offer.', 'Whoever can decide without you does, and mostly says no.'],
  ['0.15', 'when', 'Avoid the ends of the week, above all Monday morning and Friday afternoon.', 'Messages left then are the least likely to be answered.'],
  ['0.16', 'after', 'Keep each message with its contact.', 'A note that is lost is a callback that goes wrong.'],
]
