import { expect, it } from 'vitest'
import { causaDe } from '../../../electron/adapters/causa-red.ts'

const error = (code: string, resto: object = {}): Error => Object.assign(new Error('secreto'), { code, ...resto })

it.each([
  ['ENOTFOUND', 'dns'], ['EAI_AGAIN', 'dns'], ['ECONNREFUSED', 'rechazada'], ['ENETUNREACH', 'sin-red'], ['EHOSTUNREACH', 'sin-red'], ['ETIMEDOUT', 'tiempo'],
  ['UND_ERR_CONNECT_TIMEOUT', 'tiempo'], ['CERT_HAS_EXPIRED', 'tls-vencido'], ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls-nombre'], ['SELF_SIGNED_CERT_IN_CHAIN', 'tls-emisor'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls-cadena'], ['CERT_NOT_YET_VALID', 'reloj'], ['CERT_REVOKED', 'tls'], ['PROXY_CAIDO', 'proxy-caido'], ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls'], ['ECONNRESET', 'rechazada'], ['OTRA', 'rechazada'],
])('before the connection, %s is %s', (code, causa) => {
  expect(causaDe(error(code), false)).toEqual({ causa, detalle: code })
})

it.each([['EHOSTUNREACH', 'cortada'], ['EPROTO', 'cortada'], ['ECONNRESET', 'cortada'], ['UND_ERR_SOCKET', 'cortada'], ['ETIMEDOUT', 'tiempo']])('once connected, %s is %s', (code, causa) => {
  expect(causaDe(error(code), true)).toEqual({ causa, detalle: code })
})

it('looks inside what wraps the error, and tells its code only', () => {
  expect(causaDe(error('UND_ERR_SOCKET', { cause: error('ENOTFOUND') }), false)).toEqual({ causa: 'dns', detalle: 'ENOTFOUND' })
  expect(causaDe(new AggregateError([error('ENETUNREACH'), error('ECONNREFUSED')]), false)).toMatchObject({ causa: 'sin-red' })
  expect(causaDe(new Error('nada'), false)).toEqual({ causa: 'rechazada', detalle: 'sin-codigo' })
  expect(causaDe('x', true)).toEqual({ causa: 'cortada', detalle: 'sin-codigo' })
})
