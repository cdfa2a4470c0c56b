/** Forms of the token that stand in a text. */
export const rastros = (texto: string, token: string): string[] =>
  [token, token.toLowerCase(), token.replaceAll('-', ''), Buffer.from(token).toString('base64')].filter((t) => texto.includes(t))
