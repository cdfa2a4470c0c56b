/**
 * Takes out of a text what must not lie in a log: tokens (GUID), query strings (the history carries the token in
 * them), e-mail addresses, RUTs with or without check digit. A number of six to nine digits goes too: better one number less.
 */
export function sinDatosPersonales(texto: string): string {
  return texto
    .replace(/[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}/giu, '[token]')
    .replace(/(https?:\/\/[^\s?"'<>]*)\?[^\s"'<>]*/giu, '$1?[consulta]')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '[correo]')
    .replace(/(?<![\w.])\d{1,2}(?:\.\d{3}){2}(?:\s*-\s*[\dk])?(?![\w])/giu, '[rut]')
    .replace(/(?<![\w.-])\d{6,9}(?:\s?-\s?[\dk])?(?![\w-])/giu, '[rut]')
}
