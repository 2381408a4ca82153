// Check files with retext and four of its rules: node --input-type=module --eval THIS -- FILE...
import {readFile} from 'node:fs/promises'
import {unified} from 'unified'
import retextEnglish from 'retext-english'
import retextEquality from 'retext-equality'
import retextPassive from 'retext-passive'
import retextReadability from 'retext-readability'
import retextSimplify from 'retext-simplify'
import {VFile} from 'vfile'

const checker = unified()
  .use(retextEnglish)
  .use(retextEquality)
  .use(retextPassive)
  .use(retextReadability)
  .use(retextSimplify)
for (const path of process.argv.slice(1)) {
  const file = new VFile({path, value: await readFile(path, 'utf8')})
  await checker.run(checker.parse(file), file)
  for (const message of file.messages) console.log(String(message))
}
