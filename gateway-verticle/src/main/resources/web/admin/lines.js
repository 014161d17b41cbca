// @ts-check

/** A body that comes line by line. @param {Response} response @param {(lines: string[]) => void} take gets whole lines as they come */
export async function readLines({ body }, take) {
  let rest = '';
  const reader = /** @type {ReadableStream} */ (body).pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const lines = (rest + read.value).split('\n');
    rest = lines.pop() ?? '';
    take(lines);
  }
}
