// The embedded browser comes from npm (@sparticuz/chromium); puppeteer must not fetch one of its own.
module.exports = { skipDownload: true };
