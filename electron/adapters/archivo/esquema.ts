import type Database from 'libsql'

/**
 * The tables of the read model of past sends. All of it is derived: from the journal, and from SENCE's history as it was
 * last read. So there are no steps from one version to another: a file of another version is thrown away and made again.
 * Instants are ISO 8601 UTC; the RUT of an alumno is a number without its check digit.
 */
export const VERSION_ARCHIVO = 1

const TABLAS = `
  -- A call of the journal. huella: what the journal said of it when it was read; '' while what follows from it is being written.
  CREATE TABLE llamada (
    pk INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, envio_id TEXT NOT NULL, orden INTEGER NOT NULL, creado_en TEXT NOT NULL, nombre_archivo TEXT NOT NULL, rut_otec TEXT NOT NULL,
    codigo_envio TEXT NOT NULL, codigo_oferta TEXT NOT NULL, codigo_grupo TEXT NOT NULL, estado TEXT NOT NULL, causa TEXT,
    programado_para TEXT, enviado_en TEXT, respondido_en TEXT, http_estado INTEGER, id_proceso TEXT,
    alumnos INTEGER NOT NULL, aceptados INTEGER NOT NULL, rechazados INTEGER NOT NULL, desconocidos INTEGER NOT NULL, huella TEXT NOT NULL
  ) STRICT;
  CREATE INDEX llamada_por_envio ON llamada (envio_id, orden);
  CREATE INDEX llamada_por_codigo ON llamada (codigo_envio);
  CREATE INDEX llamada_por_proceso ON llamada (id_proceso) WHERE id_proceso IS NOT NULL;
  CREATE INDEX llamada_por_curso ON llamada (codigo_oferta, codigo_grupo);

  -- One row per alumno × módulo that was sent, in the order of the body. What the body says is as it was sent; resultado,
  -- codigo and mensaje are SENCE's verdict of the alumno: aceptado, rechazado, desconocido, no-enviado.
  CREATE TABLE enviado (
    llamada_pk INTEGER NOT NULL, orden INTEGER NOT NULL, rut INTEGER NOT NULL, dv TEXT NOT NULL, codigo_modulo TEXT NOT NULL,
    porcentaje REAL, segundos INTEGER, estado INTEGER, avance_alumno REAL, segundos_alumno INTEGER, estado_alumno INTEGER,
    fecha_inicio TEXT, fecha_fin TEXT, fecha_ejecucion TEXT, inicio_alumno TEXT, fin_alumno TEXT,
    resultado TEXT NOT NULL, codigo TEXT, mensaje TEXT,
    PRIMARY KEY (llamada_pk, orden)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX enviado_por_rut ON enviado (rut, llamada_pk);

  -- SENCE's history as it came; rut_otec is that of the OTEC that asked, as in the journal (11222333-4), and otec what the process says.
  -- marcas: JSON list of what is odd in it. crudo: its own JSON without its records. leido_en is written last, when its records are in.
  CREATE TABLE proceso (
    pk INTEGER PRIMARY KEY, rut_otec TEXT NOT NULL, otec TEXT, id_proceso TEXT, codigo_externo TEXT, fecha TEXT, fecha_utc TEXT, estado TEXT,
    observaciones TEXT, observaciones_sic TEXT, registros INTEGER NOT NULL DEFAULT 0, aceptados INTEGER NOT NULL DEFAULT 0, rechazados INTEGER NOT NULL DEFAULT 0,
    crudo TEXT NOT NULL DEFAULT '', leido_en TEXT NOT NULL, marcas TEXT NOT NULL DEFAULT '[]'
  ) STRICT;
  CREATE INDEX proceso_por_id ON proceso (rut_otec, id_proceso) WHERE id_proceso IS NOT NULL;
  CREATE INDEX proceso_por_codigo ON proceso (codigo_externo) WHERE codigo_externo IS NOT NULL;

  -- A record: alumno × módulo × actividad. rut_texto is as it came; resultado: aceptado, rechazado, otro.
  CREATE TABLE registro (
    proceso_pk INTEGER NOT NULL, orden INTEGER NOT NULL, rut INTEGER, rut_texto TEXT, oferta TEXT, grupo TEXT, modulo TEXT, actividad TEXT, avance TEXT, modulo_avance TEXT,
    estado_registro TEXT, resultado TEXT NOT NULL, codigo TEXT, observacion TEXT, fecha_ejecucion TEXT, fecha_inicio TEXT, fecha_fin TEXT, crudo TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (proceso_pk, orden)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX registro_por_rut ON registro (rut, proceso_pk) WHERE rut IS NOT NULL;

  -- What was asked of SENCE's history and when. filtro: JSON of FiltroHistorial, '{}' for all of it.
  CREATE TABLE consulta (
    rut_otec TEXT NOT NULL, filtro TEXT NOT NULL, consultado_en TEXT NOT NULL, procesos INTEGER NOT NULL, registros INTEGER NOT NULL, completa INTEGER NOT NULL,
    PRIMARY KEY (rut_otec, filtro)
  ) STRICT, WITHOUT ROWID;

  -- Which process of SENCE is which call of this computer. por: codigo, proceso, ambos.
  CREATE TABLE enlace (llamada_pk INTEGER NOT NULL, proceso_pk INTEGER NOT NULL, por TEXT NOT NULL, PRIMARY KEY (llamada_pk, proceso_pk)) STRICT, WITHOUT ROWID;
  CREATE INDEX enlace_por_proceso ON enlace (proceso_pk);

  -- What the list shows, one row each: a send of this computer with whatever SENCE shows of it, or a process that is not from here.
  -- origen: ambos, aqui, sence. esperadas: calls that SENCE should show; conocidas: those that it does.
  CREATE TABLE ficha (
    pk INTEGER PRIMARY KEY, envio_id TEXT UNIQUE, proceso_pk INTEGER UNIQUE, fecha TEXT NOT NULL, origen TEXT NOT NULL, estado TEXT NOT NULL,
    programado_para TEXT, nombre_archivo TEXT, rut_otec TEXT NOT NULL, cursos TEXT NOT NULL, alumnos INTEGER NOT NULL, aceptados INTEGER NOT NULL, rechazados INTEGER NOT NULL, desconocidos INTEGER NOT NULL,
    esperadas INTEGER NOT NULL, conocidas INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX ficha_por_fecha ON ficha (fecha, pk);

  -- What can be found by words, in pieces: plain lower case without accents. A piece belongs to a call or to a process.
  -- nivel: cabecera (said of the whole of it) or registros (of some alumno or módulo in it).
  -- The text itself is in busca, under the same key: apart, so that going from what was found to its row of the list reads little.
  CREATE TABLE trozo (pk INTEGER PRIMARY KEY, ficha_pk INTEGER NOT NULL, llamada_pk INTEGER, proceso_pk INTEGER, nivel TEXT NOT NULL) STRICT;
  CREATE INDEX trozo_por_ficha ON trozo (ficha_pk);
  CREATE INDEX trozo_por_llamada ON trozo (llamada_pk) WHERE llamada_pk IS NOT NULL;
  CREATE INDEX trozo_por_proceso ON trozo (proceso_pk) WHERE proceso_pk IS NOT NULL;
  CREATE VIRTUAL TABLE busca USING fts5 (texto, tokenize='trigram');
  CREATE TRIGGER trozo_sale AFTER DELETE ON trozo BEGIN DELETE FROM busca WHERE rowid = old.pk; END;

  -- What is still to be read into the rest. The triggers leave here what happens to SENCE's history, whoever writes it.
  CREATE TABLE pendiente (que TEXT NOT NULL CHECK (que IN ('llamada', 'proceso')), pk INTEGER NOT NULL, PRIMARY KEY (que, pk)) STRICT, WITHOUT ROWID;
  CREATE TRIGGER proceso_entra AFTER INSERT ON proceso BEGIN INSERT OR IGNORE INTO pendiente VALUES ('proceso', new.pk); END;
  CREATE TRIGGER proceso_cambia AFTER UPDATE ON proceso BEGIN INSERT OR IGNORE INTO pendiente VALUES ('proceso', new.pk); END;
  CREATE TRIGGER proceso_sale AFTER DELETE ON proceso BEGIN
    DELETE FROM registro WHERE proceso_pk = old.pk;
    INSERT OR IGNORE INTO pendiente VALUES ('proceso', old.pk);
  END;

  CREATE TABLE meta (clave TEXT PRIMARY KEY, valor TEXT NOT NULL) STRICT, WITHOUT ROWID;
`

/** Makes the tables of an empty file. @returns false when the file is of another version */
export function prepararTablas(db: Database.Database): boolean {
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version === VERSION_ARCHIVO) return true
  const { n } = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number }
  if (version !== 0 || n > 0) return false
  db.exec(`BEGIN IMMEDIATE; ${TABLAS} PRAGMA user_version = ${VERSION_ARCHIVO}; COMMIT`)
  return true
}
