/** Options of a test that is about links and rights as POSIX has them. */
export const onPosix = {
  skip: process.platform === 'win32' && 'it is about links and rights of POSIX',
};

/** Options of a test that takes rights away: root would have them all the same. */
export const asUser = {
  skip:
    (!process.getuid || process.getuid() === 0) &&
    'only on machines where the test is not root, who may read and write everywhere',
};
