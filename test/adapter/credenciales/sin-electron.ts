/**
 * electron-store imports `electron`, which in plain Node looks for its binary and tries to download it. With this it
 * answers a path, and electron-store, which then finds no app, keeps its files where `cwd` says. Import it first.
 */
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/no/hay/electron'
