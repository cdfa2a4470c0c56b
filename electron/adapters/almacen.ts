import Store from 'electron-store'

/** A small settings file: one key, one value that JSON can hold. Written whole and atomically at each change. */
export interface Almacen {
  leer(clave: string): unknown
  poner(clave: string, valor: unknown): void
  quitar(clave: string): void
}

/**
 * Opens `carpeta`/`nombre`.json with electron-store. Its own `encryptionKey` is not used: the key would lie in the
 * program, and protects nothing; what is secret arrives here sealed by the system.
 * @param descartarDanado whether a file that cannot be read counts as empty (false: reading it throws)
 */
export function abrirAlmacen(carpeta: string, nombre: string, descartarDanado: boolean): Almacen {
  const archivo = new Store<Record<string, unknown>>({ cwd: carpeta, name: nombre, clearInvalidConfig: descartarDanado, accessPropertiesByDotNotation: false, configFileMode: 0o600 })
  return {
    leer: (clave) => archivo.get(clave),
    poner: (clave, valor) => { archivo.set(clave, valor) },
    quitar: (clave) => { archivo.delete(clave) },
  }
}
