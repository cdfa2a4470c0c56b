import { describe, expect, it } from 'vitest'
import { esNuestra, origenDeDesarrollo } from '../../../electron/security/origen.ts'

describe('esNuestra', () => {
  it.each(['app://puente/index.html', 'app://puente/', 'app://puente/assets/a.js?x=1'])('accepts %s', (url) => {
    expect(esNuestra(url, null)).toBe(true)
  })
  it.each([
    'app://puente.evil.cl/index.html', 'app://otro/index.html', 'https://puente/index.html', 'file:///etc/passwd', 'javascript:alert(1)',
    'https://evil.cl/app://puente/', 'app:puente', 'about:blank', 'data:text/html,app://puente/', '', 'http://localhost:5173/',
  ])('refuses %s', (url) => { expect(esNuestra(url, null)).toBe(false) })

  it('accepts the development server only while there is one, and only its exact origin', () => {
    const desarrollo = origenDeDesarrollo('http://localhost:5173/index.html', false)
    expect(esNuestra('http://localhost:5173/x', desarrollo)).toBe(true)
    expect(esNuestra('http://localhost:5174/x', desarrollo)).toBe(false)
    expect(esNuestra('http://localhost:5173.evil.cl/x', desarrollo)).toBe(false)
  })
})

describe('origenDeDesarrollo', () => {
  it('is never one in a packaged program', () => { expect(origenDeDesarrollo('http://localhost:5173', true)).toBeNull() })
  it.each(['https://localhost:5173', 'http://evil.cl', 'http://localhost.evil.cl', 'nada', undefined])('refuses %s', (url) => {
    expect(origenDeDesarrollo(url, false)).toBeNull()
  })
})
