/** The course inside the exact bytes of a call: what CursoSchema is to be asked about. Throws when they are not JSON. */
export function soloCurso(cuerpo: string): unknown {
  const { rutOtec: _rut, idSistema: _sistema, token: _token, codigoEnvio: _codigo, ...curso } = JSON.parse(cuerpo) as Record<string, unknown>
  return curso
}
