import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zoneFinder } from '../../../web/app/domain/zone_table.ts'

/** As the build packs them: rising, each as its distance from the one before. */
const packed = (...prefixes: number[]): string => prefixes.sort((a, b) => a - b).map((each, at, all) => (each - (all[at - 1] ?? 0)).toString(36)).join(' ')
const zoneOf = zoneFinder({ 'America/New_York': packed(1212, 1208555014), 'America/Boise': packed(1208), 'Europe/London': packed(44), '': packed(1, 1208555018) })

test('the longest prefix decides where a number is', () => {
  assert.equal(zoneOf('+12125550147'), 'America/New_York')
  assert.equal(zoneOf('+12085550123'), 'America/Boise')
  assert.equal(zoneOf('+12085550147'), 'America/New_York')
  assert.equal(zoneOf('+441164960123'), 'Europe/London')
})

test('a number that may lie in several zones says nothing', () => {
  assert.equal(zoneOf('+12085550183'), null)
  assert.equal(zoneOf('+18005550147'), null)
  assert.equal(zoneOf('+99912345'), null)
  assert.equal(zoneOf(''), null)
})
