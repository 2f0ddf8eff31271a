import type { Told } from './advice.ts'

export const FROM_TEN_TIPS: readonly Told[] = [
  ['1.1', 'plan', 'Plan two calls: the one they answer and the one they do not.', 'Either may happen, and each needs its own words.'],
  ['1.2', 'who', 'Say your name slowly enough for a stranger.', 'You have said it a thousand times; they hear it for the first.'],
  ['1.3', 'number', 'Give your number right after your name.', 'If they need it again they do not have to sit through all of it.'],
  ['1.4', 'number', 'Say the digits in groups, with a pause between.', 'A number that takes three listenings is not called.'],
  ['1.5', 'aloud', 'Smile while you speak.', 'It is heard, and it loosens the voice.'],
  ['1.6', 'ask', 'Ask for one thing: a call, a meeting or an answer.', 'Nothing asked, nothing given; two things asked, both put off.'],
  ['1.7', 'length', 'Stay under a minute, whatever the message.', 'After that even the patient skip.'],
  ['1.8', 'honest', 'Make no demands; thank them.', 'They owe you nothing, and notice when you think otherwise.'],
  ['1.9', 'reason', 'With a stranger, name what links you: a friend, a colleague, a competitor.', 'A name they know is the reason to trust one they do not.'],
  ['1.10', 'number', 'Be easy to reach: no single narrow hour, perhaps a second way.', 'Whoever misses the hour gives up.'],
  ['1.11', 'number', 'End with your number.', 'They can compare it with what they wrote at the start.'],
  ['1.12', 'aloud', 'Listen to yourself as they would: would you call back, could you write the number down?', 'What annoys you as a listener annoys them.'],
  ['1.13', 'length', 'Make it clear in one hearing: who, which firm, why, which number.', 'A long story that needs a second hearing does not get one.'],
  ['1.14', 'when', 'Do not dial again and again without a word.', 'Their phone counts your tries, and you have one chance to be heard.'],
  ['1.15', 'ask', 'Use text or e-mail for arrangements, the phone for people.', 'A date is better read; trust is better heard.'],
  ['1.16', 'honest', 'Do not hang up on purpose in the middle.', 'It is reported to work, and told as shady: it makes them ring out of worry.'],
  ['1.17', 'honest', 'Never sound as if you called for another company.', 'It is a lie that ends with the first question.'],
]
